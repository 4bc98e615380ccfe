/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.DeviceLostException;
import dev.tendon.api.device.HasBusErrors;
import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.feature.Units;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.teleoperator.Input;
import dev.tendon.api.teleoperator.Teleoperator;
import dev.tendon.runtime.BusErrors;
import dev.tendon.runtime.Drive;
import dev.tendon.runtime.Ending;
import dev.tendon.runtime.LoopSettings;
import dev.tendon.runtime.Reconnection;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionEvent;
import dev.tendon.runtime.SessionReport;
import dev.tendon.runtime.Trajectory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A device that is lost while the loop runs. In real time, since a plug is put back by a person. */
@Timeout(20)
class ReconnectTest {
    private static final int FPS = 500;
    /** 50 ticks. */
    private static final Duration APPROACH = Duration.ofMillis(100);

    private final Bench bench = new Bench();
    private final AtomicInteger connects = new AtomicInteger();
    private final FakeTypes.Handle robot = bench.types.robot(1, context -> new CountingRobot(bench.world, context));

    @BeforeEach
    void inRealTime() {
        within(Duration.ofSeconds(5));
    }

    private void within(Duration window) {
        bench.settings = new LoopSettings(FPS, Duration.ofSeconds(5), false, Optional.empty())
                .reconnecting(new Reconnection(window, APPROACH));
    }

    /** The plug is pulled at the 20th look, and the arm is back at the n-th attempt, a bit lower. */
    private void pulledAndBackAtAttempt(int n) {
        bench.world.onObserve = r -> {
            if (bench.world.observations == 20) {
                throw new DeviceLostException("the port is gone");
            }
        };
        bench.world.onConnect = r -> {
            int attempt = connects.getAndIncrement();
            if (attempt > 0 && attempt < n) {
                r.lease.close();
                throw new DeviceException("no such port");
            }
            if (attempt > 0) {
                bench.world.a = 5;
            }
        };
    }

    @Test
    void holdsThenConnectsAgainAndApproachesFromWhereTheRobotIs() throws Exception {
        pulledAndBackAtAttempt(2);
        bench.types.teleoperator(2, c -> FakeTeleoperator.counting(200));
        SessionReport report = bench.run(Bench.teleoperated());

        assertThat(report.ending()).isEqualTo(Ending.FINISHED);
        assertThat(report.counters().reconnects()).isEqualTo(1);
        assertThat(report.counters().heldTicks()).as("it ticks on").isGreaterThan(10);
        double[] goals = bench.goals();
        assertThat(goals[18]).isEqualTo(19);
        assertThat(goals[19]).as("the first goal is where it is").isEqualTo(5);
        for (int i = 20; i < goals.length; i++) {
            assertThat(goals[i] - goals[i - 1]).as("step %d", i).isBetween(0.0, 4.0);
        }
        assertThat(goals[goals.length - 1]).isEqualTo(200);
        assertThat(bench.kinds())
                .containsSubsequence(SessionEvent.Kind.LOST, SessionEvent.Kind.RECONNECTED, SessionEvent.Kind.ENDED);
        assertThat(bench.kinds()).containsOnlyOnce(SessionEvent.Kind.LOST);
        assertThat(bench.world.torque).isFalse();
        assertThat(robot.uses).isZero();
    }

    @Test
    void endsWhenTheRobotIsNotBackInTime() throws Exception {
        within(Duration.ofMillis(100));
        pulledAndBackAtAttempt(1000);
        bench.types.teleoperator(2, c -> FakeTeleoperator.counting(100_000));
        SessionReport report = bench.run(Bench.teleoperated());
        assertThat(report.ending()).isEqualTo(Ending.DEVICE_FAILED);
        assertThat(report.failure().orElseThrow())
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("arm \"test\"")
                .hasMessageContaining("0.1 s")
                .hasMessageContaining("no such port")
                .hasMessageContaining("switch its power off");
        assertThat(robot.uses).isZero();
    }

    @Test
    void endsWhereAnotherRobotComesBack() throws Exception {
        Bench other = new Bench();
        other.settings = bench.settings;
        AtomicInteger made = new AtomicInteger();
        other.types.robot(
                1,
                context -> made.getAndIncrement() == 0
                        ? new FakeRobot(other.world, context)
                        : new OneJoint(other.world, context));
        other.types.teleoperator(2, c -> FakeTeleoperator.counting(100_000));
        other.world.onObserve = r -> {
            if (other.world.observations == 20) {
                throw new DeviceLostException("the port is gone");
            }
        };
        SessionReport report = other.run(Bench.teleoperated());

        assertThat(report.ending()).isEqualTo(Ending.DEVICE_FAILED);
        assertThat(report.failure().orElseThrow()).hasMessageContaining("has other features now");
    }

    /** Comes back with one joint less. */
    private static final class OneJoint extends FakeRobot {
        private static final Features ONE = Features.of(Feature.scalar("a.pos", Units.DEGREES));

        OneJoint(World world, DeviceContext context) {
            super(world, context);
        }

        @Override
        public Features actionFeatures() {
            return ONE;
        }
    }

    @Test
    void endsAtOnceWhereThatIsTheRule() throws Exception {
        within(Duration.ZERO);
        pulledAndBackAtAttempt(1);
        bench.types.teleoperator(2, c -> FakeTeleoperator.counting(100_000));
        SessionReport report = bench.run(Bench.teleoperated());
        assertThat(report.ending()).isEqualTo(Ending.DEVICE_FAILED);
        assertThat(report.ticks()).isEqualTo(20);
        assertThat(connects).hasValue(1);
    }

    @Test
    void connectsAgainAlsoAfterASecondOfSilence() throws Exception {
        bench.world.onObserve = r -> {
            if (connects.get() == 1 && bench.world.observations >= 20) {
                throw new DeviceException("no answer");
            }
        };
        bench.world.onConnect = r -> connects.incrementAndGet();
        bench.types.teleoperator(2, c -> FakeTeleoperator.counting(100));
        SessionReport report = bench.run(Bench.teleoperated());
        assertThat(report.ending()).isEqualTo(Ending.FINISHED);
        assertThat(report.counters().observeErrors()).isGreaterThan(100);
        assertThat(bench.world.log()).containsExactly("connect", "close", "connect", "close");
    }

    @Test
    void keepsSendingTheLastGoalWhileTheLeaderIsLost() throws Exception {
        AtomicInteger made = new AtomicInteger();
        bench.types.teleoperator(2, c -> {
            boolean first = made.getAndIncrement() == 0;
            FakeTeleoperator leader = new FakeTeleoperator(FakeRobot.FEATURES, n -> {
                if (first && n == 9) {
                    throw new DeviceLostException("the port is gone");
                }
                return n < 200 ? Input.ACTION : Input.END;
            });
            leader.reads = first ? 0 : 100;
            return leader;
        });
        SessionReport report = bench.run(Bench.teleoperated());
        assertThat(report.ending()).isEqualTo(Ending.FINISHED);
        double[] goals = bench.goals();
        assertThat(goals).startsWith(1, 2, 3, 4, 5, 6, 7, 8, 9, 9);
        for (int i = 1; i < goals.length; i++) {
            assertThat(goals[i] - goals[i - 1]).as("step %d", i).isBetween(0.0, 5.0);
        }
        assertThat(goals[goals.length - 1]).isEqualTo(200);
        assertThat(bench.world.log()).as("the robot stays").containsExactly("connect", "close");
    }

    @Test
    void leadsTheRobotBackIntoARecordingWithoutLosingAFrame() throws Exception {
        pulledAndBackAtAttempt(1);
        double[][] actions = new double[60][];
        for (int i = 0; i < actions.length; i++) {
            actions[i] = new double[] {i, 0};
        }
        Trajectory trajectory = Trajectory.of(List.of("a.pos", "b.pos"), actions, Duration.ZERO);
        SessionReport report = bench.run(new Drive.ByTrajectory(trajectory));
        assertThat(report.ending()).isEqualTo(Ending.FINISHED);
        double[] goals = bench.goals();
        assertThat(goals[18]).isEqualTo(18);
        assertThat(goals[19]).isEqualTo(5);
        assertThat(goals[19 + 50]).as("after the approach").isEqualTo(19);
        assertThat(goals[goals.length - 1]).isEqualTo(59);
        assertThat(report.tracking().frames()).isEqualTo(60);
    }

    @Test
    void closesWhatItWasJustConnectingWhenItIsStopped() throws Exception {
        CountDownLatch connecting = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        bench.world.onObserve = r -> {
            if (bench.world.observations == 20) {
                throw new DeviceLostException("the port is gone");
            }
        };
        bench.world.onConnect = r -> {
            if (connects.getAndIncrement() > 0) {
                connecting.countDown();
                awaitUninterruptibly(go);
            }
        };
        bench.types.teleoperator(2, c -> FakeTeleoperator.counting(100_000));
        Session session = bench.open(Bench.teleoperated());
        FutureTask<SessionReport> run = new FutureTask<>(session::run);
        new Thread(run, "test-session").start();
        connecting.await();
        session.stop();
        go.countDown();
        assertThat(run.get().ending()).isEqualTo(Ending.STOPPED);
        assertThat(bench.world.torque).as("torque").isFalse();
        assertThat(bench.world.log()).endsWith("connect", "close");
        assertThat(robot.uses).isZero();
    }

    @Test
    void addsUpTheBusErrorsOfAllInstances() throws Exception {
        pulledAndBackAtAttempt(1);
        bench.types.teleoperator(2, c -> FakeTeleoperator.counting(100));
        SessionReport report = bench.run(Bench.teleoperated());
        assertThat(report.counters().bus()).isEqualTo(new BusErrors(6, 4, 2));
    }

    @Test
    void refusesActionsThatAreNoNumbersAndGoesOn() throws Exception {
        bench.settings = new LoopSettings(100, Duration.ofSeconds(5), true, Optional.empty());
        bench.types.teleoperator(2, c -> new NotANumber());
        SessionReport report = bench.run(Bench.teleoperated());
        assertThat(bench.goals()).containsExactly(1, 1, 1, 1, 5);
        assertThat(report.counters().refusedActions()).isEqualTo(3);
        assertThat(bench.kinds())
                .containsOnlyOnce(SessionEvent.Kind.REFUSED, SessionEvent.Kind.ACCEPTED)
                .containsSubsequence(SessionEvent.Kind.REFUSED, SessionEvent.Kind.ACCEPTED);
        assertThat(bench.events.stream().map(SessionEvent::text))
                .anyMatch(text -> text.contains("NaN of a.pos"))
                .anyMatch(text -> text.contains("3 actions"));
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Three retries, two timeouts and one wrong checksum an instance. */
    private static final class CountingRobot extends FakeRobot implements HasBusErrors {
        CountingRobot(World world, DeviceContext context) {
            super(world, context);
        }

        @Override
        public long busRetries() {
            return 3;
        }

        @Override
        public long busTimeouts() {
            return 2;
        }

        @Override
        public long busChecksumErrors() {
            return 1;
        }
    }

    /** Says 1, then NaN three times, then 5. */
    private static final class NotANumber implements Teleoperator {
        private int reads;

        @Override
        public Input read(FrameWriter out) {
            reads++;
            out.value(0, reads == 1 || reads == 5 ? reads : Double.NaN);
            out.value(1, 0);
            return reads <= 5 ? Input.ACTION : Input.END;
        }

        @Override
        public Features actionFeatures() {
            return FakeRobot.FEATURES;
        }

        @Override
        public void connect() {
            // Nothing to open.
        }

        @Override
        public void close() {
            // Nothing to close.
        }
    }
}
