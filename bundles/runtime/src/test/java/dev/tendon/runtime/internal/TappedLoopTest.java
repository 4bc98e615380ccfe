/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.policy.Policy;
import dev.tendon.api.teleoperator.FollowsEpisodes;
import dev.tendon.api.teleoperator.Input;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionReport;
import dev.tendon.runtime.Tick;
import dev.tendon.runtime.TickTap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

/** What a reader of the tap sees of a session, and a drive that rests. */
class TappedLoopTest {
    private final Bench bench = Bench.withRobot();

    /** What is kept of a tick. */
    private record Kept(long number, boolean observed, boolean acted, double observation, double wanted, double sent) {}

    private static List<Kept> all(TickTap tap) {
        List<Kept> all = new ArrayList<>();
        for (Tick tick = tap.next(); tick != null; tick = tap.next()) {
            all.add(new Kept(
                    tick.number(),
                    tick.observed(),
                    tick.acted(),
                    tick.observation().value(0),
                    tick.wanted().value(0),
                    tick.sent().value(0)));
        }
        return all;
    }

    @Test
    void leavesEveryTickWithWhatWasObservedWantedAndSent() throws Exception {
        bench.tapTicks = 10;
        bench.types.teleoperator(2, c -> FakeTeleoperator.counting(3));
        bench.world.a = -5;
        bench.world.onObserve = robot -> {
            if (bench.world.observations == 2) {
                throw new DeviceException("torn packet");
            }
        };
        try (Session session = bench.open(Bench.teleoperated())) {
            TickTap tap = session.tap().orElseThrow();
            assertThat(tap.ended()).isFalse();
            session.run();
            assertThat(all(tap))
                    .containsExactly(
                            new Kept(0, true, true, -5, 1, 1),
                            new Kept(1, false, false, Double.NaN, 1, 1),
                            new Kept(2, true, true, 1, 2, 2),
                            new Kept(3, true, true, 2, 3, 3));
            assertThat(tap.ended()).isTrue();
        }
    }

    /** Reads in lockstep, on a thread of its own, until the session is over. */
    private static List<Long> following(Session session, LongConsumer each) throws InterruptedException {
        TickTap tap = session.tap().orElseThrow();
        tap.lockstep();
        List<Long> numbers = new ArrayList<>();
        Thread reader = new Thread(() -> {
            for (boolean over = false; !over; ) {
                over = tap.ended();
                Tick tick = tap.next();
                if (tick != null) {
                    over = false;
                    numbers.add(tick.number());
                    each.accept(tick.number());
                }
            }
        });
        reader.start();
        session.run();
        reader.join();
        return numbers;
    }

    @Test
    void waitsForAReaderThatWantsItSoThatASmallRingLosesNothing() throws Exception {
        bench.tapTicks = 2;
        bench.types.teleoperator(2, c -> FakeTeleoperator.counting(200));
        try (Session session = bench.open(Bench.teleoperated())) {
            assertThat(following(session, n -> {})).hasSize(200).isSorted();
            assertThat(session.tap().orElseThrow().dropped()).isZero();
            assertThat(session.simulatedTime()).isTrue();
        }
    }

    /** Notes before which read it was told. */
    private static final class Follower extends FakeTeleoperator implements FollowsEpisodes {
        final List<String> told = new ArrayList<>();

        Follower() {
            super(FakeRobot.FEATURES, n -> n < 20 ? Input.ACTION : Input.END);
        }

        @Override
        public void episodeBegan() {
            told.add("began before read " + reads);
        }

        @Override
        public void episodeEnded() {
            told.add("ended before read " + reads);
        }
    }

    @Test
    void tellsATeleoperatorThatFollowsThemOfEpisodesInTheNextTick() throws Exception {
        Follower follower = new Follower();
        bench.tapTicks = 2;
        bench.types.teleoperator(2, c -> follower);
        try (Session session = bench.open(Bench.teleoperated())) {
            following(session, n -> {
                if (n == 2 || n == 9) {
                    session.episode(true);
                    session.episode(true); // once is enough
                }
                if (n == 7 || n == 9) {
                    session.episode(false);
                }
            });
        }
        assertThat(follower.told)
                .containsExactly(
                        "began before read 3", "ended before read 8", "began before read 10", "ended before read 10");
    }

    @Test
    void hasNoTapUnlessAskedFor() throws Exception {
        bench.types.teleoperator(2, c -> FakeTeleoperator.counting(3));
        try (Session session = bench.open(Bench.teleoperated())) {
            assertThat(session.tap()).isEmpty();
        }
    }

    @Test
    void leavesTheCamerasNewestPictureAndTheCameraKeepsItsPool() throws Exception {
        FakeCamera camera = new FakeCamera(4);
        bench.types.camera(3, c -> camera);
        bench.cameras.put("eye", new Chosen<>("eye", Map.of()));
        bench.tapTicks = 10;
        bench.types.teleoperator(2, c -> FakeTeleoperator.counting(3));
        try (Session session = bench.open(Bench.teleoperated())) {
            TickTap tap = session.tap().orElseThrow();
            session.run();
            assertThat(camera.pool.available()).isEqualTo(3);
            assertThat(tap.next().observation().image(0).width()).isEqualTo(4);
            all(tap);
            assertThat(camera.pool.available()).isEqualTo(4);
        }
    }

    @Test
    void allocatesNothingWithATapThatIsReadAndWithOneThatIsNot() throws Exception {
        bench.settings = bench.settings.measuringAllocation(5000);
        bench.tapTicks = 64;
        bench.types.teleoperator(2, c -> FakeTeleoperator.counting(20_000));
        try (Session session = bench.open(Bench.teleoperated())) {
            TickTap tap = session.tap().orElseThrow();
            Thread reader = new Thread(() -> {
                while (!tap.ended()) {
                    if (tap.next() == null) {
                        Thread.onSpinWait();
                    }
                }
            });
            reader.start();
            SessionReport.Allocation allocation = session.run().allocation().orElseThrow();
            reader.join();
            assertThat(allocation.ticks()).isGreaterThan(14_000);
            assertThat(allocation.cleanShare()).isGreaterThan(0.999);
        }
    }

    @Test
    void sendsTheLastGoalWhileTheDriveRestsAndCountsNoFault() throws Exception {
        FakeTeleoperator leader = FakeTeleoperator.counting(6);
        bench.types.teleoperator(2, c -> leader);
        Session[] session = new Session[1];
        bench.world.onSend = robot -> {
            if (bench.world.sends == 2) {
                session[0].rest(true);
            } else if (bench.world.sends == 5) {
                session[0].rest(false);
            }
        };
        session[0] = bench.open(Bench.teleoperated());
        try (Session open = session[0]) {
            SessionReport report = open.run();
            assertThat(bench.goals()).startsWith(1, 2, 3, 3, 3, 3);
            assertThat(bench.goals()[6])
                    .as("led from the last goal, in a straight line")
                    .isBetween(3.0, 3.1);
            assertThat(report.counters().heldTicks()).isZero();
        }
        assertThat(leader.reads).isEqualTo(7);
    }

    @Test
    void beginsANewEpisodeOfThePolicyAfterTheRest() throws Exception {
        AtomicInteger resets = new AtomicInteger();
        Policy policy = new FakePolicy(5, 4, 4) {
            @Override
            public void reset() {
                resets.incrementAndGet();
            }
        };
        bench.types.policy(3, c -> policy);
        Session[] session = new Session[1];
        bench.world.onSend = robot -> {
            if (bench.world.sends == 1) {
                session[0].rest(true);
            } else if (bench.world.sends == 4) {
                session[0].rest(false);
            } else if (bench.world.sends == 8) {
                session[0].stop();
            }
        };
        session[0] = bench.open(Bench.decided());
        try (Session open = session[0]) {
            SessionReport report = open.run();
            assertThat(bench.goals()).containsExactly(5, 6, 6, 6, 6, 5, 6, 7, 8);
            assertThat(resets).hasValue(2);
            assertThat(report.counters().lateChunks()).isZero();
        }
    }
}
