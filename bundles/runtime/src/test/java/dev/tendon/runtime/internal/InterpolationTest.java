/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.policy.PolicyType;
import dev.tendon.runtime.Drive;
import dev.tendon.runtime.LoopSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InterpolationTest {
    private final FrameBuffer action = new FrameBuffer(FakeRobot.FEATURES.layout());
    private final FrameBuffer goal = new FrameBuffer(FakeRobot.FEATURES.layout());

    @Test
    void reachesEachActionInAStraightLineAtTheLastOfItsTicks() {
        Interpolation steps = new Interpolation(3, 2);

        assertThat(goals(steps, 3, 0.0, 3.0, 9.0)).containsExactly(0.0, 0.0, 0.0, 1.0, 2.0, 3.0, 5.0, 7.0, 9.0);
    }

    @Test
    void theLastOfItsTicksIsTheActionToTheLastDigit() {
        Interpolation steps = new Interpolation(3, 2);

        assertThat(goals(steps, 3, 0.1, 0.5)).endsWith(0.5).doesNotContainNull();
    }

    @Test
    void aMissingActionCostsAWholePeriodAndTheNextGoesOnFromTheLast() {
        Interpolation steps = new Interpolation(2, 2);

        assertThat(goals(steps, 2, 0.0, null, 4.0)).containsExactly(0.0, 0.0, null, null, 2.0, 4.0);
    }

    @Test
    void beginsAnewAfterARest() {
        Interpolation steps = new Interpolation(2, 2);
        goals(steps, 2, 0.0, 4.0);
        steps.restart();

        assertThat(goals(steps, 2, 10.0)).containsExactly(10.0, 10.0);
    }

    @Test
    void aLoopIsAsManyTimesQuickerThanItsPolicy() throws Exception {
        Bench bench = Bench.withRobot();
        List<Double> fps = new ArrayList<>();
        bench.types.policy(2, context -> {
            fps.add(context.fps());
            return new FakePolicy(100, 10, 10);
        });
        bench.settings = new LoopSettings(100, Duration.ofSeconds(5), true, Optional.of(Duration.ofMillis(80)));
        bench.run(new Drive.ByPolicy(new Chosen<PolicyType<?>>("mind", Map.of()), "", 2, Map.of()));

        assertThat(fps).containsExactly(50.0);
        assertThat(bench.goals()).containsExactly(100, 100, 100.5, 101, 101.5, 102, 102.5, 103);
    }

    private List<Double> goals(Interpolation steps, int multiplier, Double... actions) {
        List<Double> goals = new ArrayList<>();
        for (Double wanted : actions) {
            assertThat(steps.begin()).isTrue();
            if (wanted == null) {
                steps.none();
                goals.add(null);
            } else {
                action.value(0, wanted);
                action.value(1, 0);
                steps.towards(action, goal);
                goals.add(goal.value(0));
            }
            for (int tick = 1; tick < multiplier; tick++) {
                assertThat(steps.begin()).isFalse();
                goals.add(steps.between(goal) ? goal.value(0) : null);
            }
        }
        return goals;
    }
}
