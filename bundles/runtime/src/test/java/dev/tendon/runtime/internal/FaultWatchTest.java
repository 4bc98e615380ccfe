/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.ReportsFaults;
import dev.tendon.runtime.SessionEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultWatchTest {
    private final Bench bench = new Bench();
    private long mark;

    @Test
    void tellsFaultsWhenTheyBeginChangeAndEnd() throws Exception {
        bench.world.onObserve = r -> {
            int n = bench.world.observations;
            mark = n < 20 ? 0 : n < 60 ? 1 : n < 100 ? 2 : 0;
        };
        run();

        assertThat(told()).containsExactly("reports: fault 1", "reports: fault 2", "in 80 ticks");
    }

    @Test
    void tellsAFaultThatFlickersOnce() throws Exception {
        bench.world.onObserve = r -> mark = bench.world.observations < 100 ? bench.world.observations % 2 : 0;
        run();

        assertThat(told()).containsExactly("reports: fault 1", "in 50 ticks");
    }

    private void run() throws Exception {
        bench.types.robot(1, context -> new FaultyRobot(context));
        bench.types.teleoperator(2, c -> FakeTeleoperator.counting(200));
        bench.run(Bench.teleoperated());
    }

    private List<String> told() {
        return bench.events.stream()
                .filter(e -> e.kind() == SessionEvent.Kind.FAULTY || e.kind() == SessionEvent.Kind.HEALTHY)
                .map(e -> e.text().replaceAll(".*(reports: fault|in \\d+ ticks)", "$1"))
                .toList();
    }

    private final class FaultyRobot extends FakeRobot implements ReportsFaults {
        FaultyRobot(DeviceContext context) {
            super(bench.world, context);
        }

        @Override
        public long faultMark() {
            return mark;
        }

        @Override
        public String faultText() {
            return "fault " + mark;
        }
    }
}
