/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.nearest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.feature.Units;
import dev.tendon.api.frame.Frame;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.frame.Image;
import dev.tendon.api.frame.ImagePool;
import dev.tendon.api.policy.Observations;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NearestReplayTest {
    private static final int SIDE = 8;
    private static final Features OBSERVED =
            Features.of(Feature.scalar("pan.pos", Units.DEGREES), Feature.image("top", SIDE, SIDE, 3));
    private static final Features SENT = Features.of(Feature.scalar("pan.pos", Units.DEGREES));

    private final Beginnings robot = Beginnings.of(OBSERVED.layout());
    private final Demonstrations demonstrations = new Demonstrations(
            List.of(beginning(0, 0), beginning(0, 7), beginning(4, 0)),
            List.of(new double[][] {{1}, {2}}, new double[][] {{3}, {4}, {5}}, new double[][] {{6}}),
            new double[] {20});
    private final NearestReplay policy = new NearestReplay(robot, demonstrations);

    /** A black picture with a white column. */
    private static ByteBuffer picture(int column) {
        ByteBuffer pixels = ByteBuffer.allocate(SIDE * SIDE * 3);
        for (int row = 0; row < SIDE; row++) {
            for (int channel = 0; channel < 3; channel++) {
                pixels.put((row * SIDE + column) * 3 + channel, (byte) 255);
            }
        }
        return pixels;
    }

    private static Beginning beginning(double pan, int column) {
        return new Beginning(new double[] {pan}, List.of(Thumbnail.of(picture(column), SIDE, SIDE, 3)));
    }

    private static FrameBuffer observation(double pan, int column) {
        FrameBuffer frame = new FrameBuffer(OBSERVED.layout());
        frame.value(0, pan);
        Image image = Objects.requireNonNull(new ImagePool(SIDE, SIDE, 3, 1).take());
        image.pixels().duplicate().clear().put(picture(column).clear());
        frame.image(0, image);
        return frame;
    }

    private List<Double> plan(Frame observation) {
        List<FrameBuffer> actions = new ArrayList<>();
        policy.plan(
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
                        return new FrameBuffer(SENT.layout());
                    }
                },
                () -> next(actions));
        return actions.stream().map(action -> action.value(0)).toList();
    }

    private static FrameWriter next(List<FrameBuffer> actions) {
        actions.add(new FrameBuffer(SENT.layout()));
        return actions.get(actions.size() - 1);
    }

    @Test
    void replaysTheDemonstrationWhosePictureIsNearest() {
        assertThat(plan(observation(0, 7))).containsExactly(3.0, 4.0, 5.0);
    }

    @Test
    void mindsWhatTheRobotObservesWherePicturesAgree() {
        assertThat(plan(observation(3, 0))).containsExactly(6.0);
    }

    @Test
    void aTickOfAJointDoesNotOutweighAPicture() {
        assertThat(plan(observation(0.1, 7))).containsExactly(3.0, 4.0, 5.0);
    }

    @Test
    void staysWithItsChoiceAndHoldsTheEnd() {
        plan(observation(0, 0));
        assertThat(plan(observation(0, 7))).containsExactly(2.0);
    }

    @Test
    void choosesAnewInTheNextEpisode() {
        plan(observation(0, 0));
        policy.reset();
        assertThat(plan(observation(0, 7))).containsExactly(3.0, 4.0, 5.0);
    }

    @Test
    void decidesNothingWithoutAPicture() {
        FrameBuffer blind = new FrameBuffer(OBSERVED.layout());
        blind.value(0, 0);
        assertThat(plan(blind)).isEmpty();
        assertThat(plan(observation(0, 7))).hasSize(3);
    }

    @Test
    void aChunkHoldsTheLongestDemonstration() {
        assertThat(policy.chunkSize()).isEqualTo(3);
    }
}
