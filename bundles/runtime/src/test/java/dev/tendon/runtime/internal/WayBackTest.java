/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.teleoperator.Input;
import dev.tendon.runtime.Ending;
import dev.tendon.runtime.LoopSettings;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionEvent;
import dev.tendon.runtime.SessionReport;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a session ends where its robot is to go back. */
@Timeout(20)
class WayBackTest {
    private final Bench bench = Bench.withRobot();

    WayBackTest() {
        bench.world.a = 10;
        bench.world.b = 5;
        settings(Optional.empty());
    }

    private void settings(Optional<Duration> limit) {
        bench.settings = new LoopSettings(100, Duration.ofSeconds(5), true, limit).goingBack(Duration.ofMillis(40));
    }

    @Test
    void goesBackInAStraightLineWhenItsTimeIsOver() throws Exception {
        settings(Optional.of(Duration.ofMillis(30)));
        bench.types.policy(2, c -> new FakePolicy(100, 10, 10));
        SessionReport report = bench.run(Bench.decided());
        assertThat(bench.goals()).containsExactly(100, 101, 102, 79, 56, 33, 10);
        assertThat(bench.world.b).isEqualTo(5);
        assertThat(report.ending()).isEqualTo(Ending.LIMIT);
        assertThat(report.counters().heldTicks()).isZero();
        assertThat(bench.kinds()).containsOnlyOnce(SessionEvent.Kind.GOING_BACK);
        assertThat(bench.world.torque).isFalse();
    }

    @Test
    void goesBackWhenItsDriveHasFinished() throws Exception {
        bench.types.teleoperator(2, c -> FakeTeleoperator.counting(2));
        SessionReport report = bench.run(Bench.teleoperated());
        assertThat(bench.goals()).startsWith(1, 2).endsWith(10);
        assertThat(report.ending()).isEqualTo(Ending.FINISHED);
    }

    @Test
    void goesBackWhenStoppedAndEndsAtOnceWhenStoppedAgain() throws Exception {
        AtomicReference<Session> session = new AtomicReference<>();
        bench.world.onSend = r -> {
            if (bench.world.sends == 2 || bench.world.sends == 4) {
                session.get().stop();
            }
        };
        bench.types.policy(2, c -> new FakePolicy(100, 10, 10));
        try (Session open = bench.open(Bench.decided())) {
            session.set(open);
            SessionReport report = open.run();
            assertThat(report.ending()).isEqualTo(Ending.STOPPED);
        }
        assertThat(bench.goals()).containsExactly(100, 101, 102, 79, 56);
    }

    @Test
    void isStoppedOnTheWayThatItGoesBecauseItsTimeIsOver() throws Exception {
        settings(Optional.of(Duration.ofMillis(30)));
        AtomicReference<Session> session = new AtomicReference<>();
        bench.world.onSend = r -> {
            if (bench.world.sends == 4) {
                session.get().stop();
            }
        };
        bench.types.policy(2, c -> new FakePolicy(100, 10, 10));
        try (Session open = bench.open(Bench.decided())) {
            session.set(open);
            assertThat(open.run().ending()).isEqualTo(Ending.STOPPED);
        }
        assertThat(bench.goals()).containsExactly(100, 101, 102, 79, 56);
    }

    @Test
    void doesNotGoBackAfterAFailure() throws Exception {
        bench.world.onSend = r -> {
            if (bench.world.sends >= 3) {
                throw new DeviceException("no answer");
            }
        };
        bench.types.policy(2, c -> new FakePolicy(100, 10, 10));
        SessionReport report = bench.run(Bench.decided());
        assertThat(report.ending()).isEqualTo(Ending.DEVICE_FAILED);
        assertThat(bench.goals()).containsExactly(100, 101, 102);
        assertThat(bench.kinds()).doesNotContain(SessionEvent.Kind.GOING_BACK);
    }

    @Test
    void hasNoWayBackWhereItNeverMoved() throws Exception {
        settings(Optional.of(Duration.ofMillis(30)));
        bench.types.teleoperator(2, c -> new FakeTeleoperator(FakeRobot.FEATURES, n -> Input.NONE));
        SessionReport report = bench.run(Bench.teleoperated());
        assertThat(bench.goals()).isEmpty();
        assertThat(report.ending()).isEqualTo(Ending.LIMIT);
    }
}
