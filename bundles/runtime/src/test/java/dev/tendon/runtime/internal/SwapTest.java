/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.device.Adoptable;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.HandOver;
import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.policy.ActionChunk;
import dev.tendon.api.policy.Observations;
import dev.tendon.api.swap.SwapRefusedException;
import dev.tendon.api.teleoperator.Input;
import dev.tendon.api.teleoperator.Teleoperator;
import dev.tendon.runtime.Ending;
import dev.tendon.runtime.LoopSettings;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionEvent;
import dev.tendon.runtime.SessionReport;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Plugins that are replaced or vanish while a session runs. */
@Timeout(30)
class SwapTest {
    private final Bench bench = Bench.withRobot();
    private final ExecutorService others = Executors.newCachedThreadPool();

    @AfterEach
    void shutDown() {
        others.shutdownNow();
    }

    @Test
    void movesARobotAndItsLeaseToTheNextVersionBetweenTwoTicks() throws Exception {
        FakeTypes.Handle old = handle(Kind.ROBOT);
        FakeTypes.Handle next = bench.types.robot(9, c -> new FakeRobot(bench.world, c));
        bench.types.remove(next);
        counting();
        try (Session session = bench.open(Bench.teleoperated())) {
            Future<SessionReport> running = run(session);
            awaitTick(session, 50);
            bench.types.restore(next);
            List<String> lines = bench.sessions.swap(1, 9);
            long tick = session.snapshot().tick();
            awaitTick(session, tick + 20);
            session.stop();
            SessionReport report = running.get();
            assertThat(lines).singleElement().asString().contains("test", "arm", "bundle 1", "bundle 9", "µs");
            assertThat(report.swaps().count()).isEqualTo(1);
            assertThat(report.missedTicks()).isZero();
        }
        assertThat(bench.world.log()).containsExactly("connect", "adopt torque=true", "close");
        assertThat(bench.goals()).isSorted();
        assertThat(old.uses).isZero();
        assertThat(next.uses).isZero();
        assertThat(bench.kinds()).contains(SessionEvent.Kind.SWAPPED);
    }

    @Test
    void goesOnWithTheOldDriverWhenTheNewOneCannotAdopt() throws Exception {
        counting();
        try (Session session = bench.open(Bench.teleoperated())) {
            Future<SessionReport> running = run(session);
            awaitTick(session, 20);
            FakeTypes.Handle next = bench.types.robot(9, c -> new FakeRobot(bench.world, c) {
                @Override
                public void adopt(HandOver from) throws DeviceException {
                    throw new NoSuchMethodError("api too old");
                }
            });
            assertThatThrownBy(() -> bench.sessions.swap(1, 9))
                    .isInstanceOf(SwapRefusedException.class)
                    .hasMessageContaining("stays on bundle 1")
                    .hasMessageContaining("api too old");
            awaitTick(session, session.snapshot().tick() + 20);
            session.stop();
            SessionReport report = running.get();
            assertThat(report.ending()).isEqualTo(Ending.STOPPED);
            assertThat(report.swaps().refused()).isEqualTo(1);
            assertThat(next.uses).isZero();
        }
        assertThat(bench.world.log()).containsExactly("connect", "adopt torque=true", "close");
    }

    @Test
    void refusesAVersionWithOtherFeaturesAndListsThem() throws Exception {
        bench.types.teleoperator(2, c -> FakeTeleoperator.counting(3));
        try (Session session = bench.open(Bench.teleoperated())) {
            bench.types.robot(9, c -> new FakeRobot(bench.world, c) {
                @Override
                public Features actionFeatures() {
                    return Features.of(Feature.scalar("a.pos", "rad"), Feature.scalar("b.pos", "deg"));
                }
            });
            assertThatThrownBy(() -> bench.sessions.swap(1, 9))
                    .isInstanceOf(SwapRefusedException.class)
                    .hasMessageContaining("a.pos: float32[1] rad instead of a.pos: float32[1] deg");
            assertThat(session.run().ending()).isEqualTo(Ending.FINISHED);
        }
        assertThat(bench.world.log()).containsExactly("connect", "close");
    }

    @Test
    void undoesTheFirstExchangeWhenTheSecondIsRefused() throws Exception {
        bench.types.teleoperator(1, c -> FakeTeleoperator.counting(Integer.MAX_VALUE));
        try (Session session = bench.open(Bench.teleoperated())) {
            Future<SessionReport> running = run(session);
            awaitTick(session, 20);
            bench.types.robot(9, c -> new FakeRobot(bench.world, c));
            bench.types.teleoperator(9, c -> new FakeTeleoperatorThatCannotAdopt().asTeleoperator());
            assertThatThrownBy(() -> bench.sessions.swap(1, 9)).isInstanceOf(SwapRefusedException.class);
            awaitTick(session, session.snapshot().tick() + 20);
            session.stop();
            assertThat(running.get().ending()).isEqualTo(Ending.STOPPED);
        }
        assertThat(bench.world.log()).containsExactly("connect", "adopt torque=true", "adopt torque=true", "close");
    }

    @Test
    void exchangesASessionThatOnlyWaitsForItsStart() throws Exception {
        counting();
        bench.types.teleoperator(4, c -> FakeTeleoperator.counting(3));
        try (Session session = bench.open(Bench.teleoperated())) {
            bench.types.robot(9, c -> new FakeRobot(bench.world, c));
            assertThat(bench.sessions.swap(1, 9)).hasSize(1);
            assertThat(session.run().ending()).isEqualTo(Ending.FINISHED);
        }
        assertThat(bench.world.log()).containsExactly("connect", "adopt torque=true", "close");
    }

    @Test
    void aTeleoperatorGoesOnWhereTheOtherStopped() throws Exception {
        bench.types.teleoperator(2, c -> FakeTeleoperator.counting(Integer.MAX_VALUE));
        try (Session session = bench.open(Bench.teleoperated())) {
            Future<SessionReport> running = run(session);
            awaitTick(session, 20);
            bench.types.teleoperator(3, c -> FakeTeleoperator.counting(Integer.MAX_VALUE));
            bench.sessions.swap(2, 3);
            awaitTick(session, session.snapshot().tick() + 20);
            session.stop();
            running.get();
        }
        double[] goals = bench.goals();
        for (int i = 0; i < goals.length; i++) {
            assertThat(goals[i]).isEqualTo(i + 1);
        }
    }

    @Test
    void aReplacedPolicyCostsNoTickAndItsActionsBeginAtTheirRightOne() throws Exception {
        FakePolicy old = new FakePolicy(0, 1000, 1000);
        bench.types.policy(2, c -> old);
        realTime();
        try (Session session = bench.open(Bench.decided())) {
            Future<SessionReport> running = run(session);
            awaitTick(session, 50);
            bench.types.policy(3, c -> new FakePolicy(5000, 1000, 1000));
            assertThat(bench.sessions.swap(2, 3)).hasSize(1);
            assertThat(old.closed).isTrue();
            awaitTick(session, session.snapshot().tick() + 20);
            session.stop();
            SessionReport report = running.get();
            assertThat(report.counters().heldTicks()).isZero();
            assertThat(report.counters().skippedActions()).isPositive();
        }
        double[] goals = bench.goals();
        int seam = 0;
        while (goals[seam] < 5000) {
            assertThat(goals[seam]).isEqualTo(seam);
            seam++;
        }
        for (int i = seam + 1; i < goals.length; i++) {
            assertThat(goals[i]).isEqualTo(goals[i - 1] + 1);
        }
        assertThat(goals[seam]).isGreaterThan(5000); // at least the tick in which it planned had gone by
    }

    @Test
    void refusesAPolicyThatCannotPlan() throws Exception {
        bench.types.policy(2, c -> new FakePolicy(0, 10, 10));
        realTime();
        try (Session session = bench.open(Bench.decided())) {
            Future<SessionReport> running = run(session);
            awaitTick(session, 20);
            bench.types.policy(3, c -> new FakePolicy(0, 10, 10) {
                @Override
                public void plan(Observations seen, ActionChunk out) {
                    throw new IllegalStateException("no weights");
                }
            });
            assertThatThrownBy(() -> bench.sessions.swap(2, 3))
                    .isInstanceOf(SwapRefusedException.class)
                    .hasMessageContaining("no weights");
            awaitTick(session, session.snapshot().tick() + 20);
            session.stop();
            assertThat(running.get().ending()).isEqualTo(Ending.STOPPED);
        }
    }

    @Test
    void keepsItsLastGoalWhenThePolicyVanishes() throws Exception {
        FakePolicy policy = new FakePolicy(0, 1000, 1000);
        FakeTypes.Handle handle = bench.types.policy(2, c -> policy);
        realTime();
        try (Session session = bench.open(Bench.decided())) {
            Future<SessionReport> running = run(session);
            awaitTick(session, 20);
            bench.types.remove(handle);
            bench.sessions.gone(handle);
            assertThat(policy.closed).isTrue();
            assertThat(handle.uses).isZero();
            awaitTick(session, session.snapshot().tick() + 20);
            session.stop();
            assertThat(running.get().counters().heldTicks()).isGreaterThanOrEqualTo(19);
        }
        double[] goals = bench.goals();
        assertThat(goals[goals.length - 1]).isEqualTo(goals[goals.length - 19]);
        assertThat(bench.kinds()).contains(SessionEvent.Kind.GONE);
    }

    @Test
    void endsSafeWhenTheRobotVanishes() throws Exception {
        counting();
        FakeTypes.Handle handle = handle(Kind.ROBOT);
        Session session = bench.open(Bench.teleoperated());
        Future<SessionReport> running = run(session);
        awaitTick(session, 20);
        bench.types.remove(handle);
        bench.sessions.gone(handle);
        assertThat(handle.uses).isZero();
        assertThat(bench.world.torque).isFalse();
        assertThat(running.get().ending()).isEqualTo(Ending.ROBOT_GONE);
    }

    @Test
    void takesAnotherBundlesChoiceWhenTheRobotVanishes() throws Exception {
        counting();
        FakeTypes.Handle handle = handle(Kind.ROBOT);
        try (Session session = bench.open(Bench.teleoperated())) {
            Future<SessionReport> running = run(session);
            awaitTick(session, 20);
            bench.types.robot(9, c -> new FakeRobot(bench.world, c));
            bench.types.remove(handle);
            bench.sessions.gone(handle);
            assertThat(handle.uses).isZero();
            awaitTick(session, session.snapshot().tick() + 20);
            session.stop();
            assertThat(running.get().ending()).isEqualTo(Ending.STOPPED);
        }
    }

    @Test
    void saysNothingWhereNothingIsInUse() throws Exception {
        assertThat(bench.sessions.swap(1, 2)).isEmpty();
    }

    @Test
    void survivesTwoHundredExchangesAtFullSpeed() throws Exception {
        bench.types.teleoperator(1000, c -> FakeTeleoperator.counting(Integer.MAX_VALUE));
        try (Session session = bench.open(Bench.teleoperated())) {
            Future<SessionReport> running = run(session);
            FakeTypes.Handle old = handle(Kind.ROBOT);
            for (int i = 0; i < 200; i++) {
                FakeTypes.Handle next = bench.types.robot(2 + i, c -> new FakeRobot(bench.world, c));
                assertThat(bench.sessions.swap(old.bundleId(), next.bundleId())).hasSize(1);
                bench.types.remove(old);
                assertThat(old.uses).isZero();
                old = next;
            }
            session.stop();
            SessionReport report = running.get();
            assertThat(report.swaps().count()).isEqualTo(200);
            assertThat(report.counters().errors()).isZero();
        }
        assertThat(bench.world.bus.rulesApplied).hasValue(0);
        assertThat(bench.goals()).isSorted();
    }

    @Test
    void keepsNothingOfTheReplacedDriver() throws Exception {
        counting();
        var robots = new ArrayList<WeakReference<FakeRobot>>();
        bench.types.remove(handle(Kind.ROBOT));
        bench.types.robot(1, c -> weak(robots, new FakeRobot(bench.world, c)));
        try (Session session = bench.open(Bench.teleoperated())) {
            Future<SessionReport> running = run(session);
            awaitTick(session, 20);
            bench.types.robot(9, c -> new FakeRobot(bench.world, c));
            bench.sessions.swap(1, 9);
            for (int i = 0; i < 200 && robots.get(0).get() != null; i++) {
                System.gc();
            }
            assertThat(robots.get(0).get()).isNull();
            session.stop();
            running.get();
        }
    }

    private static FakeRobot weak(List<WeakReference<FakeRobot>> robots, FakeRobot robot) {
        robots.add(new WeakReference<>(robot));
        return robot;
    }

    private void counting() {
        bench.types.teleoperator(2, c -> FakeTeleoperator.counting(Integer.MAX_VALUE));
    }

    private void realTime() {
        bench.settings = new LoopSettings(500, Duration.ofSeconds(5), false, Optional.empty());
    }

    private FakeTypes.Handle handle(Kind kind) {
        return (FakeTypes.Handle) bench.types.all(kind).get(0);
    }

    private Future<SessionReport> run(Session session) {
        return others.submit((Callable<SessionReport>) session::run);
    }

    private static void awaitTick(Session session, long tick) {
        while (session.snapshot().tick() < tick) {
            Thread.onSpinWait();
        }
    }

    /** Knows how to hand over, and not how to adopt. */
    private static final class FakeTeleoperatorThatCannotAdopt {
        Teleoperator asTeleoperator() {
            class Refusing implements Teleoperator, Adoptable {
                @Override
                public Features actionFeatures() {
                    return FakeRobot.FEATURES;
                }

                @Override
                public void connect() {}

                @Override
                public Input read(FrameWriter out) {
                    return Input.NONE;
                }

                @Override
                public HandOver handOver() {
                    return HandOver.ofState("");
                }

                @Override
                public void adopt(HandOver from) throws DeviceException {
                    throw new DeviceException("no");
                }

                @Override
                public void close() {}
            }
            return new Refusing();
        }
    }
}
