/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.so101;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.env.Step;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.frame.Image;
import dev.tendon.api.option.ConfigException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class So101EnvTest {
    @Test
    void theSameSeedGivesTheSameEpisodeWhateverHappenedBefore() {
        try (So101Env env = Tables.open(Tables.config(30, 32))) {
            List<Double> first = episode(env, 7);
            episode(env, 8);
            assertThat(episode(env, 7)).isEqualTo(first);
            assertThat(episode(env, 8)).isNotEqualTo(first);
        }
    }

    /** All numbers and pixels of 40 steps of a hand that goes through the workspace. */
    private static List<Double> episode(So101Env env, long seed) {
        FrameBuffer seen = new FrameBuffer(env.observationFeatures().layout());
        FrameBuffer action = new FrameBuffer(env.actionFeatures().layout());
        env.reset(seed, seen);
        List<Double> all = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < 40; i++) {
            for (int j = 0; j < 6; j++) {
                action.value(j, seen.value(j) + 8 * random.nextGaussian());
            }
            Step step = env.step(action, seen);
            all.add(step.reward());
            for (int j = 0; j < 6; j++) {
                all.add(seen.value(j));
            }
            all.add((double) seen.image(0).pixels().hashCode());
        }
        seen.clear();
        return all;
    }

    @Test
    void observesJointsByTheDriversNamesAndAPictureForEachView() {
        try (So101Env env = Tables.open(Tables.config(20, 48, "top", "wrist"))) {
            assertThat(env.observationFeatures().layout().valueNames())
                    .containsExactlyElementsOf(env.actionFeatures().layout().valueNames())
                    .startsWith("shoulder_pan.pos")
                    .endsWith("gripper.pos");
            FrameBuffer seen = new FrameBuffer(env.observationFeatures().layout());
            env.reset(0, seen);
            for (int view = 0; view < 2; view++) {
                Image image = seen.image(view);
                assertThat(image.width()).isEqualTo(48);
                assertThat(image.height()).isEqualTo(48);
            }
            assertThat(env.episodeSteps()).isEqualTo(160);
            assertThat(env.fps()).isEqualTo(20);
            seen.clear();
        }
    }

    @Test
    void endsAfterItsTime() {
        So101EnvConfig config = new So101EnvConfig(10, 0.5, List.of(), 16, 16, true);
        try (So101Env env = Tables.open(config)) {
            FrameBuffer seen = new FrameBuffer(env.observationFeatures().layout());
            FrameBuffer action = new FrameBuffer(env.actionFeatures().layout());
            env.reset(0, seen);
            for (int j = 0; j < 6; j++) {
                action.value(j, seen.value(j));
            }
            for (int i = 1; i <= 5; i++) {
                Step step = env.step(action, seen);
                assertThat(step.truncated()).isEqualTo(i == 5);
                assertThat(step.terminated()).isFalse();
            }
            seen.clear();
        }
    }

    @Test
    void refusesWhatMakesNoSenseAllAtOnce() {
        assertThatThrownBy(() -> new So101EnvConfig(0, -1, List.of("above"), 4, 96, true))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("fps")
                .hasMessageContaining("episode_time_s")
                .hasMessageContaining("above")
                .hasMessageContaining("observation_width");
    }
}
