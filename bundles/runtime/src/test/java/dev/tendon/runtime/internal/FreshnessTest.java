/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.choice.Chosen;
import dev.tendon.runtime.CameraTicks;
import dev.tendon.runtime.LoopSettings;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionEvent;
import dev.tendon.runtime.SessionReport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A camera that stops, at 100 ticks a second of simulated time. */
@Timeout(20)
class FreshnessTest {
    private final Bench bench = Bench.withRobot();
    private final FakeCamera camera = new FakeCamera(4);

    private SessionReport report;

    private List<SessionEvent> run(Runnable atTick80, Runnable atTick90) throws Exception {
        bench.types.camera(5, c -> camera);
        bench.cameras.put("top", new Chosen<>("eye", Map.of()));
        bench.settings = new LoopSettings(100, Duration.ofSeconds(5), true, Optional.of(Duration.ofSeconds(1)));
        bench.types.policy(2, c -> new FakePolicy(0, 1, 1));
        bench.world.onObserve = r -> {
            if (bench.world.observations == 81) {
                atTick80.run();
            }
            if (bench.world.observations == 91) {
                atTick90.run();
            }
        };
        report = bench.run(Bench.decided());
        return bench.events.stream()
                .filter(event ->
                        event.kind() == SessionEvent.Kind.FAILING || event.kind() == SessionEvent.Kind.RECOVERED)
                .toList();
    }

    @Test
    void isToldOnceWhenItsPictureIsTooOldAndOnceWhenTheNextComes() throws Exception {
        List<SessionEvent> told = run(() -> camera.take(800_000_000), () -> {});
        assertThat(told).hasSize(2);
        assertThat(told.get(0).kind()).isEqualTo(SessionEvent.Kind.FAILING);
        assertThat(told.get(0).tick()).isEqualTo(51);
        assertThat(told.get(0).text()).contains("top", "500 ms", "with its last one");
        assertThat(told.get(1).kind()).isEqualTo(SessionEvent.Kind.RECOVERED);
        assertThat(told.get(1).tick()).isEqualTo(80);
        assertThat(told.get(1).text()).contains("top", "29 ticks");
        assertThat(report.counters().cameras()).containsExactly(new CameraTicks("top", 29, 0));
    }

    @Test
    void aLostCameraIsAsOldAsItsLastPictureAndTheLoopGoesOn() throws Exception {
        camera.newest.clear();
        List<SessionEvent> told = run(camera.newest::clear, () -> camera.take(900_000_000));
        assertThat(told).extracting(SessionEvent::tick).containsExactly(51L, 90L);
        assertThat(bench.world.observations).isEqualTo(100);
        // With its last picture from tick 51 to 79, with none from tick 80 to 89.
        assertThat(report.counters().cameras()).containsExactly(new CameraTicks("top", 29, 10));
    }

    @Test
    void ticksWithoutANewPictureAreCountedWhileTheSessionRunsToo() throws Exception {
        bench.types.camera(5, c -> camera);
        bench.cameras.put("top", new Chosen<>("eye", Map.of()));
        bench.settings = new LoopSettings(100, Duration.ofSeconds(5), true, Optional.of(Duration.ofSeconds(1)));
        bench.types.policy(2, c -> new FakePolicy(0, 1, 1));
        try (Session session = bench.open(Bench.decided())) {
            session.run();
            assertThat(session.snapshot().counters().cameras()).containsExactly(new CameraTicks("top", 49, 0));
        }
    }
}
