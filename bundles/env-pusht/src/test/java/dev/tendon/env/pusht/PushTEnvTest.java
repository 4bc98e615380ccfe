/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.pusht;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendon.api.env.Step;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.option.ConfigException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PushTEnvTest {
    private static PushTConfig config(ObsType obsType) {
        return new PushTConfig("PushT-v0", 10, 300, obsType, 384, 384, 96, 96, "rgb_array");
    }

    /** Shares counted on a raster of 1/32 pixel. */
    @ParameterizedTest
    @CsvSource({
        "256, 256, 0.785398163, 1.0",
        "260, 250, 0.885398163, 0.73562",
        "240, 270, 1.2, 0.37739",
        "200, 300, -2.0, 0.37360"
    })
    void coversTheShareOfTheGoalThatLiesUnderIt(double x, double y, double angle, double share) {
        assertThat(Tee.coverage(new Pose(x, y, angle))).isCloseTo(share, within(2e-4));
    }

    @Test
    void theTeeIsTurnedAboutItsCentreOfMassAfterItWasSetDown() {
        // gym-pusht's own docs: reset_to_state [0, 10, 20, 30, 1] observes these
        Pose pose = PushTEnv.turned(20, 30, 1);
        assertThat(pose.x()).isCloseTo(57.866196, within(1e-5));
        assertThat(pose.y()).isCloseTo(50.686398, within(1e-5));
    }

    @Test
    void rewardIsTheShareOfThatWhichIsEnough() {
        try (PushTEnv env = new PushTEnv(config(ObsType.STATE))) {
            FrameBuffer seen = new FrameBuffer(env.observationFeatures().layout());
            FrameBuffer action = new FrameBuffer(env.actionFeatures().layout());
            env.reset(42, seen);
            action.value(0, seen.value(0));
            action.value(1, seen.value(1));
            Step step = env.step(action, seen);
            double angle = seen.value(4);
            assertThat(angle).isBetween(0.0, 2 * Math.PI);
            assertThat(step.reward())
                    .isCloseTo(Tee.coverage(new Pose(seen.value(2), seen.value(3), angle)) / 0.95, within(1e-9));
            assertThat(step.success()).isFalse();
        }
    }

    @Test
    void anActionOutsideOfTheBoardIsTakenAtItsEdge() {
        try (PushTEnv one = new PushTEnv(config(ObsType.STATE));
                PushTEnv other = new PushTEnv(config(ObsType.STATE))) {
            assertThat(after(one, 700, -50)).isEqualTo(after(other, 512, 0));
        }
    }

    private static double[] after(PushTEnv env, double x, double y) {
        FrameBuffer seen = new FrameBuffer(env.observationFeatures().layout());
        FrameBuffer action = new FrameBuffer(env.actionFeatures().layout());
        env.reset(0, seen);
        action.value(0, x);
        action.value(1, y);
        env.step(action, seen);
        double[] values = new double[5];
        seen.copyValues(values);
        return values;
    }

    @ParameterizedTest
    @EnumSource(ObsType.class)
    void observesWhatWasAskedForAndEndsInTime(ObsType type) {
        PushTConfig brief = new PushTConfig("PushT-v0", 10, 20, type, 384, 384, 96, 96, "rgb_array");
        try (PushTEnv env = new PushTEnv(brief)) {
            FrameBuffer seen = new FrameBuffer(env.observationFeatures().layout());
            FrameBuffer action = new FrameBuffer(env.actionFeatures().layout());
            env.reset(3, seen);
            for (int slot = 0; slot < env.observationFeatures().layout().values(); slot++) {
                assertThat(seen.value(slot)).isFinite();
            }
            action.value(0, 30);
            action.value(1, 30);
            Step last = new Step(0, false, false, false);
            for (int i = 0; i < 20; i++) {
                assertThat(last.truncated()).isFalse();
                last = env.step(action, seen);
            }
            assertThat(last.truncated()).isTrue();
            seen.clear();
        }
    }

    @Test
    void thePictureShowsAgentTeeGoalAndWallsInTheirColours() {
        ByteBuffer rgb = ByteBuffer.allocateDirect(96 * 96 * 3);
        new Painter(96, 96).draw(100, 400, new Pose(400, 100, 0), rgb);
        assertThat(at(rgb, 100, 400)).isEqualTo(0x4E7EFF);
        assertThat(at(rgb, 400, 115)).isEqualTo(0x8EA3B7);
        assertThat(at(rgb, 256, 268)).isEqualTo(0x90EE90);
        assertThat(at(rgb, 60, 60)).isEqualTo(0xFFFFFF);
    }

    private static int at(ByteBuffer rgb, int x, int y) {
        int at = 3 * (y * 96 / 512 * 96 + x * 96 / 512);
        return ((rgb.get(at) & 0xFF) << 16) | ((rgb.get(at + 1) & 0xFF) << 8) | (rgb.get(at + 2) & 0xFF);
    }

    @Test
    void refusesWhatPushTIsNot() {
        assertThatThrownBy(() -> new PushTConfig("PushT-v1", 30, 0, ObsType.STATE, 384, 384, 95, 96, "rgb_array"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("fps")
                .hasMessageContaining("PushT-v1")
                .hasMessageContaining("episode_length")
                .hasMessageContaining("observation_width");
    }
}
