/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.hold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.feature.Units;
import dev.tendon.api.frame.Frame;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.policy.Observations;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldTest {
    private static final Features ACTION =
            Features.of(Feature.scalar("pan.pos", Units.DEGREES), Feature.scalar("grip.pos", Units.PERCENT));
    private static final Features OBSERVATION = Features.of(
            Feature.scalar("grip.pos", Units.PERCENT),
            Feature.scalar("pan.pos", Units.DEGREES),
            Feature.scalar("pan.vel", Units.DEGREES_PER_SECOND));

    private final Hold hold = new Hold(OBSERVATION, ACTION);

    @Test
    void keepsWhatWasSentLast() {
        assertThat(plan(hold, frame(OBSERVATION, 1, 2, 3), frame(ACTION, 10, 20)))
                .containsExactly(10, 20);
    }

    @Test
    void keepsItsGoalWhenAnotherOneWasSentMeanwhile() {
        plan(hold, frame(OBSERVATION, 1, 2, 3), frame(ACTION, 10, 20));
        assertThat(plan(hold, frame(OBSERVATION, 1, 2, 3), frame(ACTION, 11, 21)))
                .containsExactly(10, 20);
    }

    @Test
    void holdsTheObservedPoseWhereNothingWasSentYet() {
        assertThat(plan(hold, frame(OBSERVATION, 1, 2, 3), new FrameBuffer(ACTION.layout())))
                .containsExactly(2, 1);
    }

    @Test
    void givesNoActionForAValueThatNobodyKnows() {
        assertThat(plan(hold, frame(OBSERVATION, Double.NaN, 2, 3), new FrameBuffer(ACTION.layout())))
                .isEmpty();
        assertThat(plan(new Hold(Features.none(), ACTION), frame(Features.none()), new FrameBuffer(ACTION.layout())))
                .isEmpty();
    }

    @Test
    void decidesAnewInANewEpisode() {
        plan(hold, frame(OBSERVATION, 1, 2, 3), frame(ACTION, 10, 20));
        hold.reset();
        assertThat(plan(hold, frame(OBSERVATION, 1, 2, 3), frame(ACTION, 11, 21)))
                .containsExactly(11, 21);
    }

    private static FrameBuffer frame(Features features, double... values) {
        FrameBuffer frame = new FrameBuffer(features.layout());
        for (int slot = 0; slot < values.length; slot++) {
            frame.value(slot, values[slot]);
        }
        return frame;
    }

    private static double[] plan(Hold hold, Frame observation, Frame lastSent) {
        List<FrameBuffer> chunk = new ArrayList<>();
        hold.plan(
                new Observations() {
                    @Override
                    public int steps() {
                        return 1;
                    }

                    @Override
                    public Frame step(int step) {
                        return observation;
                    }

                    @Override
                    public Frame lastSent() {
                        return lastSent;
                    }
                },
                () -> {
                    chunk.add(new FrameBuffer(ACTION.layout()));
                    return chunk.get(chunk.size() - 1);
                });
        List<Double> values = new ArrayList<>();
        for (FrameBuffer action : chunk) {
            for (int slot = 0; slot < action.layout().values(); slot++) {
                values.add(action.value(slot));
            }
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
