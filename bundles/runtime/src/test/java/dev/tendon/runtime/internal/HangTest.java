/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.feature.Features;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.policy.ActionChunk;
import dev.tendon.api.policy.Observations;
import dev.tendon.api.teleoperator.Input;
import dev.tendon.api.teleoperator.Teleoperator;
import dev.tendon.runtime.Ending;
import dev.tendon.runtime.LoopSettings;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionEvent;
import dev.tendon.runtime.SessionReport;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Drivers that do not return: the session ends all the same, with the robot's rule applied. */
@Timeout(20)
class HangTest {
    private final Bench bench = Bench.withRobot();
    private final CountDownLatch never = new CountDownLatch(1);

    @BeforeEach
    void hurry() {
        bench.limits = new Limits(
                Duration.ofMillis(60), Duration.ofMillis(200), Duration.ofMillis(150), Duration.ofSeconds(5));
    }

    @AfterEach
    void letGo() {
        never.countDown();
    }

    @Test
    void takesTheBusFromARobotThatNeverReturnsFromObserve() throws Exception {
        bench.world.onObserve = r -> {
            if (bench.world.observations == 3) {
                r.lease.hang();
            }
        };
        bench.types.teleoperator(2, c -> FakeTeleoperator.counting(100));
        SessionReport report = bench.run(Bench.teleoperated());
        assertHung(report, "arm \"test\"");
        assertThat(bench.goals()).containsExactly(1, 2);
    }

    @Test
    void takesTheBusFromARobotThatNeverReturnsFromSend() throws Exception {
        bench.world.onSend = r -> {
            if (bench.world.sends == 3) {
                r.lease.hang();
            }
        };
        bench.types.teleoperator(2, c -> FakeTeleoperator.counting(100));
        assertHung(bench.run(Bench.teleoperated()), "arm \"test\"");
    }

    @Test
    void givesUpARobotThatHangsInItsOwnCode() throws Exception {
        bench.world.onSend = r -> {
            if (bench.world.sends == 3) {
                hang();
            }
        };
        FakeTypes.Handle handle = bench.types.robot(5, c -> new FakeRobot(bench.world, c));
        bench.types.teleoperator(2, c -> FakeTeleoperator.counting(100));
        assertHung(bench.run(Bench.teleoperated()), "arm \"test\"");
        assertThat(handle.uses).isZero();
        assertThat(bench.world.log()).containsExactly("connect"); // close would meet the hanging call
    }

    @Test
    void closesTheRobotByItsRuleWhenTheTeleoperatorHangs() throws Exception {
        bench.types.teleoperator(
                2,
                c -> new FakeTeleoperator(FakeRobot.FEATURES, n -> {
                    if (n == 3) {
                        hang();
                    }
                    return Input.ACTION;
                }));
        SessionReport report = bench.run(Bench.teleoperated());
        assertThat(report.ending()).isEqualTo(Ending.HUNG);
        assertThat(report.failure().orElseThrow()).hasMessageContaining("lead \"test\"");
        assertThat(bench.world.torque).isFalse();
        assertThat(bench.world.log()).containsExactly("connect", "close");
    }

    @Test
    void touchesNoDeviceAfterAHangThatEndsLate() throws Exception {
        bench.types.teleoperator(
                2,
                c -> new FakeTeleoperator(FakeRobot.FEATURES, n -> {
                    if (n == 3) {
                        hang();
                    }
                    return Input.ACTION;
                }));
        bench.run(Bench.teleoperated());
        Thread control = threadNamed("tendon-control-test");
        never.countDown();
        if (control != null) {
            control.join();
        }
        assertThat(bench.goals()).containsExactly(1, 2, 3);
    }

    @Test
    void endsAConnectThatNeverReturns() {
        bench.world.onConnect = r -> r.lease.hang();
        FakeTypes.Handle handle = bench.types.robot(5, c -> new FakeRobot(bench.world, c));
        bench.types.teleoperator(2, c -> FakeTeleoperator.counting(100));
        assertThatThrownBy(() -> bench.open(Bench.teleoperated()))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("arm \"test\" did not return from connect");
        assertThat(bench.world.bus.rulesApplied).hasValue(1);
        assertThat(handle.uses).isZero();
    }

    @Test
    void endsAConnectWhenInterrupted() {
        bench.world.onConnect = r -> r.lease.hang();
        bench.types.teleoperator(2, c -> FakeTeleoperator.counting(100));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> bench.open(Bench.teleoperated())).isInstanceOf(InterruptedException.class);
        assertThat(bench.world.bus.open).isFalse();
    }

    @Test
    void closesInReverseWhatWasConnectedWhenTheTeleoperatorFails() {
        bench.types.teleoperator(2, c -> new FailingTeleoperator());
        assertThatThrownBy(() -> bench.open(Bench.teleoperated()))
                .isInstanceOf(DeviceException.class)
                .hasMessage("no leader");
        assertThat(bench.world.log()).containsExactly("connect", "close");
        assertThat(bench.world.torque).isFalse();
    }

    @Test
    void endsACloseThatNeverReturns() throws Exception {
        bench.world.onClose = r -> r.lease.hang();
        bench.types.teleoperator(2, c -> FakeTeleoperator.counting(3));
        SessionReport report = bench.run(Bench.teleoperated());
        assertHung(report, "did not return from close");
    }

    @Test
    void keepsTheLastGoalWhileAPolicyNeverReturns() throws Exception {
        bench.settings = new LoopSettings(1000, Duration.ofMillis(60), false, Optional.empty());
        bench.types.policy(2, c -> new FakePolicy(7, 1, 1) {
            @Override
            public void plan(Observations seen, ActionChunk out) {
                if (plans.get() == 1) {
                    try {
                        hang();
                    } catch (DeviceException e) {
                        throw new IllegalStateException(e);
                    }
                }
                super.plan(seen, out);
            }
        });
        Session[] session = new Session[1];
        bench.world.onObserve = r -> {
            if (bench.world.sends == 20) {
                session[0].stop();
            }
        };
        session[0] = bench.open(Bench.decided());
        SessionReport report = session[0].run();
        assertThat(report.ending()).isIn(Ending.STOPPED, Ending.HUNG);
        assertThat(report.counters().lateChunks()).isEqualTo(1);
        assertThat(bench.goals()).containsOnly(7).hasSize(21);
        assertThat(bench.world.torque).isFalse();
        assertThat(bench.kinds()).contains(SessionEvent.Kind.LATE);
    }

    private void assertHung(SessionReport report, String who) {
        assertThat(report.ending()).isEqualTo(Ending.HUNG);
        assertThat(report.failure().orElseThrow())
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining(who);
        assertThat(bench.world.bus.rulesApplied).hasValue(1);
        assertThat(bench.kinds()).contains(SessionEvent.Kind.HUNG);
    }

    /** Does not end by an interrupt: the worst there is. */
    private void hang() throws DeviceException {
        boolean interrupted = false;
        while (never.getCount() > 0) {
            try {
                never.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread threadNamed(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static final class FailingTeleoperator implements Teleoperator {
        @Override
        public Features actionFeatures() {
            return FakeRobot.FEATURES;
        }

        @Override
        public void connect() throws DeviceException {
            throw new DeviceException("no leader");
        }

        @Override
        public Input read(FrameWriter out) {
            return Input.END;
        }

        @Override
        public void close() {}
    }
}
