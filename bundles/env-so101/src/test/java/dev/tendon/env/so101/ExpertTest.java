/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.so101;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.env.Step;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.sim.scene.Motion;
import dev.tendon.sim.scene.PoseUnits;
import dev.tendon.sim.scene.Scene;
import org.junit.jupiter.api.Test;

class ExpertTest {
    private static final int FPS = 30;
    private static final int STARTS = Integer.getInteger("tendon.starts", 25);

    /** On a hundred starts it was 100; {@code -Dtendon.starts=100} counts again. */
    @Test
    void putsTheCubeOnTheDiscWhereverTheyLie() {
        int done = 0;
        try (So101Env env = Tables.open(Tables.config(FPS, 16))) {
            for (int seed = 0; seed < STARTS; seed++) {
                done += demonstrate(env, seed, 0, 0).success() ? 1 : 0;
            }
        }
        assertThat(done).isGreaterThanOrEqualTo((int) Math.ceil(0.95 * STARTS));
    }

    @Test
    void missesWhereItReachesThreeCentimetresBesideTheCube() {
        try (So101Env env = Tables.open(Tables.config(FPS, 16))) {
            for (int seed = 0; seed < 5; seed++) {
                Step last = demonstrate(env, seed, 0, 0.03);
                assertThat(last.success()).isFalse();
                assertThat(last.truncated()).isTrue();
                assertThat(last.reward()).isLessThan(1);
            }
        }
    }

    /** One episode, with the script wrong by so much about where the cube is: outwards, and to the left. */
    private static Step demonstrate(So101Env env, long seed, double outwards, double left) {
        FrameBuffer seen = new FrameBuffer(env.observationFeatures().layout());
        FrameBuffer action = new FrameBuffer(env.actionFeatures().layout());
        env.reset(seed, seen);
        double[] low = new double[Scene.JOINTS];
        double[] high = new double[Scene.JOINTS];
        double[] pose = new double[Scene.JOINTS];
        env.arm().reach(low, high);
        env.arm().pose(pose);
        Layout layout = Layout.of(seed);
        double angle = Math.atan2(layout.cubeY(), layout.cubeX() - ArmModel.PAN_X);
        Transform believed = Transform.origin(
                layout.cubeX() + outwards * Math.cos(angle) - left * Math.sin(angle),
                layout.cubeY() + outwards * Math.sin(angle) + left * Math.cos(angle),
                CubeWorld.HALF,
                0,
                0,
                0);
        Motion motion = new Demonstrator(new ArmModel(low[Scene.JOINTS - 1])).pickAndPlace(pose, believed, layout);
        PoseUnits units = new PoseUnits(low, high, true);
        Step step = env.step(written(units, motion, 1, pose, action), seen);
        for (int i = 2; !step.terminated() && !step.truncated(); i++) {
            step = env.step(written(units, motion, i, pose, action), seen);
        }
        seen.clear();
        return step;
    }

    private static FrameBuffer written(PoseUnits units, Motion motion, int step, double[] pose, FrameBuffer action) {
        motion.at((double) step / FPS, pose);
        units.write(pose, action);
        return action;
    }
}
