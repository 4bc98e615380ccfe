/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.policy.ActionChunk;
import dev.tendon.api.policy.Observations;
import dev.tendon.api.teleoperator.Input;
import dev.tendon.api.time.SystemClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What of a new chunk is carried out, and what happens without one: the rule, sentence by sentence. */
@Timeout(20)
class ChunkRulesTest {
    private static final long LONG_MS = Duration.ofMinutes(1).toMillis();

    @Test
    void theFirstPlanShiftsNothingHoweverLongItTakes() {
        Steps steps = new Steps(new FakePolicy(100, 50, 50), false);
        steps.ticks(200);
        steps.plan(LONG_MS);
        steps.ticks(3);
        assertThat(steps.goals.subList(200, 203)).containsExactly(100.0, 101.0, 102.0);
        assertThat(steps.planner.skipped()).isZero();
    }

    @Test
    void whatWasCarriedOutIsSkippedAndNotWhatAClockSays() {
        Steps steps = new Steps(new FakePolicy(100, 20, 5), false);
        steps.tick();
        steps.plan();
        steps.ticks(5);
        steps.tick(); // asks, and carries out 105
        steps.plan(LONG_MS);
        steps.tick();
        assertThat(steps.goals.get(6)).isEqualTo(105);
        assertThat(steps.goals.get(7)).isEqualTo(101);

        steps.ticks(3);
        steps.tick(); // asks again
        steps.ticks(6);
        steps.plan(0); // in no time by the clock
        steps.tick();
        assertThat(steps.goals.get(steps.goals.size() - 1)).isEqualTo(107);
        assertThat(steps.planner.skipped()).isEqualTo(1 + 7);
    }

    @Test
    void ticksThatHeldSkipNothing() {
        Steps steps = new Steps(new FakePolicy(100, 4, 4), false);
        steps.tick();
        steps.plan();
        steps.ticks(4);
        steps.ticks(50); // the chunk is empty, the robot holds
        steps.plan();
        steps.ticks(2);
        assertThat(steps.goals.subList(55, 57)).containsExactly(102.0, 103.0);
        assertThat(steps.planner.skipped()).isEqualTo(2);
    }

    @Test
    void theNextChunkIsThereBeforeThisOneRunsDryOnceItIsKnownHowLongPlansTake() {
        Steps steps = new Steps(new FakePolicy(100, 30, 30), false);
        steps.ticks(8); // the first takes eight ticks
        steps.plan();
        int waited = 0;
        for (int tick = 0; tick < 300; tick++) {
            steps.tick();
            if (steps.planner.planning() && ++waited == 8) {
                steps.plan();
                waited = 0;
            }
        }
        assertThat(steps.goals.subList(8, 308)).doesNotContainNull();
        assertThat(steps.figures.report().fewestLeft()).isBetween(1L, 4L);
        assertThat(steps.figures.report().lead()).isEqualTo(10);
    }

    @Test
    void nothingIsMadeUpForActionsThatAPolicyDoesNotGive() {
        Steps steps = new Steps(
                new FakePolicy(100, 6, 6) {
                    @Override
                    public void plan(Observations seen, ActionChunk out) {
                        for (int i = 0; i < 2; i++) {
                            var action = out.next();
                            action.value(0, 100 + i);
                            action.value(1, 0);
                        }
                    }
                },
                false);
        steps.tick();
        steps.plan();
        steps.ticks(5);
        assertThat(steps.goals).containsExactly(null, 100.0, 101.0, null, null, null);
    }

    @Test
    void tellsHowLongPlansTookAndHowTheSeamComparesWithASteps() {
        Steps steps = new Steps(new FakePolicy(100, 10, 10), false);
        steps.tick();
        steps.plan(40);
        steps.ticks(8); // asks at 108
        steps.ticks(1);
        steps.plan(60);
        steps.ticks(3); // 102 after 109: a seam of 7
        var planning = steps.figures.report();
        assertThat(planning.plans()).isEqualTo(2);
        assertThat(planning.p50Ms()).isBetween(39.9, 40.1);
        assertThat(planning.maxMs()).isBetween(59.9, 60.1);
        assertThat(planning.seams()).isEqualTo(1);
        assertThat(planning.seamMax()).isBetween(6.0, 8.0);
        assertThat(planning.stepMean()).isEqualTo(1);
        assertThat(planning.stepMax()).isEqualTo(1);
    }

    @Test
    void aLateChunkIsCountedOnceAndTheDriveSaysSo() {
        Bench bench = new Bench();
        Steps steps = new Steps(new FakePolicy(100, 4, 4), false);
        Seat<Planner> seat = new Seat<>(Kind.POLICY, "mind", new Chosen<>("mind", Map.of()));
        seat.mount(new Mount<>(
                bench.types.policy(1, c -> new FakePolicy(0, 1, 1)),
                steps.planner,
                new HostContext("mind", new SystemClock(), NoDialog.INSTANCE)));
        PolicySource source =
                new PolicySource(seat, FakeRobot.FEATURES.layout(), 1, new Watch(), () -> false, steps.figures);

        ask(source, Input.NONE);
        assertThat(source.late()).isFalse(); // waiting for the first plan is no lateness
        steps.plan();
        for (int i = 0; i < 4; i++) {
            ask(source, Input.ACTION);
        }
        ask(source, Input.NONE);
        ask(source, Input.NONE);
        assertThat(source.late()).isTrue();
        assertThat(source.lateChunks()).isEqualTo(1);
        steps.plan();
        ask(source, Input.ACTION);
        assertThat(source.late()).isFalse();
        assertThat(source.skippedActions()).isEqualTo(2);
    }

    private static void ask(PolicySource source, Input expected) {
        FrameBuffer frame = new FrameBuffer(FakeRobot.FEATURES.layout());
        assertThat(source.next(frame, frame, frame)).isEqualTo(expected);
    }
}
