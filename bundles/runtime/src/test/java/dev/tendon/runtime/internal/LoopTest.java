/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.feature.Units;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.teleoperator.Input;
import dev.tendon.api.time.SimulatedClock;
import dev.tendon.runtime.Drive;
import dev.tendon.runtime.Ending;
import dev.tendon.runtime.LoopSettings;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionEvent;
import dev.tendon.runtime.SessionReport;
import dev.tendon.runtime.SessionSnapshot;
import dev.tendon.runtime.Trajectory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class LoopTest {
    private final Bench bench = Bench.withRobot();

    @Test
    void sendsWhatTheTeleoperatorWantsInEachTickAndThenEndsSafe() throws Exception {
        bench.types.teleoperator(2, c -> FakeTeleoperator.counting(5));
        SessionReport report = bench.run(Bench.teleoperated());
        assertThat(report.ending()).isEqualTo(Ending.FINISHED);
        assertThat(bench.goals()).containsExactly(1, 2, 3, 4, 5);
        assertThat(bench.world.torque).isFalse();
        assertThat(report.missedTicks()).isZero();
        assertThat(report.achievedFps()).isCloseTo(100, within(1e-6));
        assertThat(bench.kinds()).endsWith(SessionEvent.Kind.ENDED);
    }

    @Test
    void startsSoftlyFromWhereTheRobotIs() throws Exception {
        bench.world.a = 10;
        bench.settings = bench.settings.startingSoftly(Duration.ofMillis(40));
        bench.types.teleoperator(
                2, c -> new FakeTeleoperator(FakeRobot.FEATURES, n -> n < 7 ? Input.ACTION : Input.END));
        bench.run(Bench.teleoperated());

        // four ticks from 10 to what is wanted then: 2, 3 and 4 on the way
        assertThat(bench.goals()).containsExactly(10, 10 - 8 / 4.0, 10 - 7 * 2 / 4.0, 10 - 6 * 3 / 4.0, 5, 6, 7);
    }

    @Test
    void matchesActionsByNameNotByOrder() throws Exception {
        Features swapped = Features.of(Feature.scalar("b.pos", ""), Feature.scalar("a.pos", Units.DEGREES));
        bench.types.teleoperator(2, c -> new FakeTeleoperator(swapped, n -> n < 1 ? Input.ACTION : Input.END));
        bench.run(Bench.teleoperated());
        assertThat(bench.world.a).isEqualTo(1001);
        assertThat(bench.world.b).isEqualTo(1);
    }

    @Test
    void refusesActionsThatAreNotTheRobotsBeforeAnythingIsConnected() {
        Features other = Features.of(Feature.scalar("a.pos", Units.SIGNED_PERCENT), Feature.scalar("c.pos", ""));
        bench.types.teleoperator(2, c -> new FakeTeleoperator(other, n -> Input.END));
        Assertions.assertThatThrownBy(() -> bench.open(Bench.teleoperated()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("a.pos (-100..100) instead of a.pos (deg)")
                .hasMessageContaining("without b.pos")
                .hasMessageContaining("with c.pos");
        assertThat(bench.world.log()).isEmpty();
    }

    @Test
    void namesTheInstalledChoicesForOneThatIsNot() {
        Assertions.assertThatThrownBy(() -> bench.open(Bench.teleoperated()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("teleoperator \"lead\"");
    }

    @Test
    void rampsFromTheObservedPoseAndDoesNotCountTheRamp() throws Exception {
        bench.world.a = -10;
        double[][] actions = {{10, 0}, {11, 0}, {12, 0}};
        Trajectory trajectory = Trajectory.of(List.of("a.pos", "b.pos"), actions, Duration.ofMillis(40));
        SessionReport report = bench.run(new Drive.ByTrajectory(trajectory));
        assertThat(bench.goals()).containsExactly(-10, -5, 0, 5, 10, 11, 12);
        assertThat(report.ending()).isEqualTo(Ending.FINISHED);
        assertThat(report.tracking().frames()).isEqualTo(3);
        assertThat(report.tracking().byValue().get("a.pos").max()).isEqualTo(5);
        assertThat(report.tracking().max()).isEqualTo(5);
        assertThat(report.tracking().mean()).isCloseTo((5 + 1 + 1) / 3.0 / 2, within(1e-12));
    }

    @Test
    void keepsTheLastGoalWhileThePersonHasLetGo() throws Exception {
        bench.types.teleoperator(
                2,
                c -> new FakeTeleoperator(
                        FakeRobot.FEATURES, n -> n == 0 ? Input.ACTION : n < 4 ? Input.NONE : Input.END));
        SessionReport report = bench.run(Bench.teleoperated());
        assertThat(bench.goals()).containsExactly(1, 1, 1, 1);
        assertThat(report.counters().heldTicks()).isEqualTo(3);
    }

    @Test
    void endsAfterItsLimit() throws Exception {
        bench.settings = new LoopSettings(100, Duration.ofMillis(60), true, Optional.of(Duration.ofMillis(100)));
        bench.types.teleoperator(2, c -> FakeTeleoperator.counting(1000));
        SessionReport report = bench.run(Bench.teleoperated());
        assertThat(report.ending()).isEqualTo(Ending.LIMIT);
        assertThat(report.ticks()).isEqualTo(10);
    }

    @Test
    void holdsThroughATornPacketAndLosesNoActionOfTheDrive() throws Exception {
        bench.world.onObserve = r -> {
            if (bench.world.observations == 3) {
                throw new DeviceException("torn packet");
            }
        };
        bench.types.teleoperator(2, c -> FakeTeleoperator.counting(4));
        SessionReport report = bench.run(Bench.teleoperated());
        assertThat(bench.goals()).containsExactly(1, 2, 3, 4);
        assertThat(report.counters().observeErrors()).isEqualTo(1);
        assertThat(report.ending()).isEqualTo(Ending.FINISHED);
        assertThat(bench.kinds()).contains(SessionEvent.Kind.FAILING, SessionEvent.Kind.RECOVERED);
    }

    @Test
    void stopsAfterASecondOfNothingButFailures() throws Exception {
        bench.world.onSend = r -> {
            if (bench.world.sends == 3) {
                throw new DeviceException("no answer");
            }
        };
        bench.types.teleoperator(2, c -> FakeTeleoperator.counting(1000));
        SessionReport report = bench.run(Bench.teleoperated());
        assertThat(report.ending()).isEqualTo(Ending.DEVICE_FAILED);
        assertThat(report.failure().orElseThrow())
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("no answer");
        assertThat(report.counters().sendErrors()).isEqualTo(101);
        assertThat(bench.world.torque).isFalse();
    }

    @Test
    void endsSafeWhenAPluginThrowsWhatItMustNot() throws Exception {
        bench.types.teleoperator(
                2,
                c -> new FakeTeleoperator(FakeRobot.FEATURES, n -> {
                    if (n == 2) {
                        throw new NoClassDefFoundError("missing");
                    }
                    return Input.ACTION;
                }));
        SessionReport report = bench.run(Bench.teleoperated());
        assertThat(report.ending()).isEqualTo(Ending.PLUGIN_FAILED);
        assertThat(report.failure().orElseThrow()).isInstanceOf(NoClassDefFoundError.class);
        assertThat(bench.goals()).containsExactly(1, 2);
        assertThat(bench.world.torque).isFalse();
    }

    @Test
    void neverSendsANumberThatIsNone() throws Exception {
        bench.settings = new LoopSettings(100, Duration.ofMillis(60), true, Optional.of(Duration.ofMillis(100)));
        bench.types.policy(3, c -> new FakePolicy(Double.NaN, 1, 1));
        SessionReport report = bench.run(Bench.decided());
        assertThat(report.ending()).isEqualTo(Ending.LIMIT);
        assertThat(report.counters().refusedActions()).isEqualTo(10);
        assertThat(bench.kinds()).containsOnlyOnce(SessionEvent.Kind.REFUSED);
        assertThat(bench.goals()).isEmpty();
    }

    @Test
    void answersAnInterruptWithASafeStop() throws Exception {
        Thread caller = Thread.currentThread();
        bench.world.onObserve = r -> {
            if (bench.world.observations == 10) {
                caller.interrupt();
            }
        };
        bench.types.teleoperator(2, c -> FakeTeleoperator.counting(Integer.MAX_VALUE));
        SessionReport report = bench.run(Bench.teleoperated());
        assertThat(report.ending()).isEqualTo(Ending.STOPPED);
        assertThat(Thread.interrupted()).isFalse();
        assertThat(bench.world.torque).isFalse();
    }

    @Test
    void runsOnlyOnce() throws Exception {
        bench.types.teleoperator(2, c -> FakeTeleoperator.counting(1));
        try (Session session = bench.open(Bench.teleoperated())) {
            session.run();
            Assertions.assertThatThrownBy(session::run).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void isSafeWhenClosedWithoutARun() throws Exception {
        FakeTeleoperator teleoperator = FakeTeleoperator.counting(1);
        FakeTypes.Handle handle = bench.types.teleoperator(2, c -> teleoperator);
        bench.open(Bench.teleoperated()).close();
        assertThat(bench.world.log()).containsExactly("connect", "close");
        assertThat(teleoperator.closed).isTrue();
        assertThat(handle.uses).isZero();
        assertThat(bench.sessions.running()).isEmpty();
    }

    @Test
    void showsItsNewestValues() throws Exception {
        bench.types.teleoperator(2, c -> FakeTeleoperator.counting(3));
        try (Session session = bench.open(Bench.teleoperated())) {
            assertThat(session.snapshot().tick()).isEqualTo(-1);
            assertThat(session.snapshot().observed(0)).isNaN();
            session.run();
            SessionSnapshot snapshot = session.snapshot();
            assertThat(snapshot.tick()).isEqualTo(2);
            assertThat(snapshot.observed(0)).isEqualTo(2);
            assertThat(snapshot.wanted(0)).isEqualTo(3);
            assertThat(snapshot.sent(1)).isEqualTo(1003);
            assertThat(snapshot.fps()).isCloseTo(100, within(1e-6));
        }
    }

    @Test
    void countsALateTickOnceAndDoesNotCatchUpInABurst() throws Exception {
        SimulatedClock[] clock = new SimulatedClock[1];
        long[] times = new long[8];
        bench.world.onObserve = r -> {
            clock[0] = (SimulatedClock) r.context.clock();
            times[bench.world.observations - 1] = clock[0].nanoTime();
            if (bench.world.observations == 3) {
                clock[0].advance(35_000_000);
            }
        };
        bench.types.teleoperator(2, c -> FakeTeleoperator.counting(7));
        SessionReport report = bench.run(Bench.teleoperated());
        assertThat(report.missedTicks()).isEqualTo(1);
        assertThat(report.lateness().maxUs()).isEqualTo(25_000);
        assertThat(times).startsWith(0, 10_000_000, 20_000_000, 55_000_000, 65_000_000, 75_000_000);
    }

    @Test
    void allocatesNothingInATick() throws Exception {
        bench.settings = bench.settings.measuringAllocation(5000);
        bench.types.teleoperator(2, c -> FakeTeleoperator.counting(20_000));
        SessionReport.Allocation allocation =
                bench.run(Bench.teleoperated()).allocation().orElseThrow();
        assertThat(allocation.ticks()).isGreaterThan(14_000);
        assertThat(allocation.cleanShare()).isGreaterThan(0.999);
    }
}
