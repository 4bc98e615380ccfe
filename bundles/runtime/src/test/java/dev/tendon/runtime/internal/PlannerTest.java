/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.policy.ActionChunk;
import dev.tendon.api.policy.Observations;
import dev.tendon.runtime.Ending;
import dev.tendon.runtime.LoopSettings;
import dev.tendon.runtime.SessionReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a policy's chunks fit the ticks. */
@Timeout(20)
class PlannerTest {
    private final Bench bench = Bench.withRobot();

    @Test
    void carriesOutAsManyActionsOfAChunkAsThePolicyWants() throws Exception {
        FakePolicy policy = new FakePolicy(100, 10, 3);
        bench.types.policy(2, c -> policy);
        limit(8);
        bench.run(Bench.decided());
        assertThat(bench.goals()).containsExactly(100, 101, 102, 100, 101, 102, 100, 101);
        assertThat(policy.plans).hasValue(3);
        assertThat(policy.warm).isTrue();
        assertThat(policy.closed).isTrue();
    }

    @Test
    void givesAPolicyAsManyObservationsAsItWantsTheFirstOneRepeated() throws Exception {
        List<List<Double>> seen = new ArrayList<>();
        bench.world.a = 5;
        bench.types.policy(2, c -> new FakePolicy(100, 1, 1) {
            @Override
            public int observationSteps() {
                return 3;
            }

            @Override
            public void plan(Observations observations, ActionChunk out) {
                List<Double> values = new ArrayList<>();
                for (int i = 0; i < observations.steps(); i++) {
                    values.add(observations.step(i).value(0));
                }
                values.add(observations.lastSent().value(0));
                seen.add(values);
                out.next().value(0, 100 + seen.size());
            }
        });
        bench.types.policy(3, c -> {
            throw new AssertionError("the higher bundle is not asked");
        });
        bench.types.remove((FakeTypes.Handle) bench.types.all(Kind.POLICY).get(0));
        limit(1);
        SessionReport report = bench.run(Bench.decided());
        assertThat(seen.get(0)).containsExactly(5.0, 5.0, 5.0, Double.NaN);
        assertThat(report.ending()).isEqualTo(Ending.LIMIT);
        assertThat(report.counters().refusedActions()).isEqualTo(1); // b.pos was not written
    }

    @Test
    void skipsWhatWasOvertakenWhilePlanningTookItsTime() {
        Steps steps = new Steps(new FakePolicy(100, 10, 4), false);
        steps.tick(); // asks; nothing to carry out yet
        steps.tick();
        steps.tick();
        steps.plan();
        steps.ticks(4); // the first plan shifts nothing, however long it took: 100 … 103
        steps.tick(); // index 4: asks for the next
        steps.tick();
        steps.plan();
        steps.ticks(2);
        assertThat(steps.goals)
                .containsExactly(null, null, null, 100.0, 101.0, 102.0, 103.0, 104.0, 105.0, 102.0, 103.0);
        assertThat(steps.planner.skipped()).isEqualTo(2);
    }

    @Test
    void holdsWhenAChunkIsLateAndCarriesOutItsRestThen() {
        Steps steps = new Steps(new FakePolicy(100, 4, 4), false);
        steps.tick();
        steps.plan();
        steps.ticks(3); // asks two ticks before the chunk runs dry
        steps.ticks(3); // 103, then nothing
        steps.plan();
        steps.tick();
        assertThat(steps.goals).containsExactly(null, 100.0, 101.0, 102.0, 103.0, null, null, 102.0);
    }

    @Test
    void asksEarlierAfterPlansThatTookLonger() {
        Steps steps = new Steps(new FakePolicy(100, 8, 8), false);
        steps.tick();
        steps.plan();
        steps.ticks(8);
        steps.tick();
        steps.tick();
        steps.plan(); // took four ticks from the one that asked
        int asked = 0;
        while (!steps.planner.planning()) {
            steps.tick();
            asked++;
        }
        assertThat(asked).isLessThanOrEqualTo(5);
    }

    @Test
    void aChunkOfOneThatWasOvertakenStillGivesItsAction() {
        Steps steps = new Steps(new FakePolicy(100, 1, 1), false);
        steps.tick();
        steps.plan();
        steps.tick();
        steps.plan();
        steps.tick();
        assertThat(steps.goals).containsExactly(null, 100.0, 100.0);
        assertThat(steps.planner.skipped()).isZero();
    }

    @Test
    void endsSafeWhenThePolicyThrows() throws Exception {
        bench.types.policy(2, c -> new FakePolicy(100, 1, 1) {
            @Override
            public void plan(Observations observations, ActionChunk out) {
                if (plans.get() == 3) {
                    throw new IllegalStateException("no idea");
                }
                super.plan(observations, out);
            }
        });
        SessionReport report = bench.run(Bench.decided());
        assertThat(report.ending()).isEqualTo(Ending.PLUGIN_FAILED);
        assertThat(report.failure().orElseThrow()).hasMessage("no idea");
        assertThat(bench.goals()).hasSize(3);
        assertThat(bench.world.torque).isFalse();
    }

    private void limit(int ticks) {
        bench.settings =
                new LoopSettings(100, Duration.ofSeconds(5), true, Optional.of(Duration.ofMillis(10L * ticks)));
    }
}
