/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.so101;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tendon.sim.scene.Scene;
import org.junit.jupiter.api.Test;

class CubeWorldTest {
    private static final double STEP_S = 0.004;
    private static final double OPEN = 0.65;

    private final ArmModel model = new ArmModel(-1.116);
    private final Reach reach = new Reach(model, 0.022);
    private final CubeWorld world = new CubeWorld();
    private double[] pose = reach.pose(0.20, 0.10, 0.10, 0, OPEN);

    private void go(double[] to, int steps) {
        double[] from = pose;
        for (int i = 1; i <= steps; i++) {
            double[] at = new double[Scene.JOINTS];
            for (int j = 0; j < at.length; j++) {
                at[j] = from[j] + (to[j] - from[j]) * i / steps;
            }
            double stop = model.fromMiddle(ArmModel.GRIPPER, world.jawStop());
            at[ArmModel.GRIPPER] = Math.max(at[ArmModel.GRIPPER], stop);
            pose = at;
            world.advance(model.links(at), model.angle(ArmModel.GRIPPER, at[ArmModel.GRIPPER]), STEP_S);
        }
    }

    private double[] closed(double[] open) {
        double[] shut = open.clone();
        shut[ArmModel.GRIPPER] = model.fromMiddle(ArmModel.GRIPPER, 0.03);
        return shut;
    }

    @Test
    void aCubeThatNobodyTouchesStaysWhereItWasLaid() {
        world.lay(0.25, -0.05, 0.3);
        go(pose, 500);
        assertThat(world.cube().shift(0)).isCloseTo(0.25, within(2e-4));
        assertThat(world.cube().shift(1)).isCloseTo(-0.05, within(2e-4));
        assertThat(world.cube().shift(2)).isCloseTo(CubeWorld.HALF, within(5e-4));
        assertThat(world.speed()).isZero();
        assertThat(world.touched()).isFalse();
    }

    @Test
    void fingersHoldACubeByFrictionAndStopAtIt() {
        grasp();
        assertThat(world.cube().shift(2)).isGreaterThan(0.06);
        double jaw = model.angle(ArmModel.GRIPPER, pose[ArmModel.GRIPPER]);
        assertThat(jaw).isGreaterThan(0.05); // wanted was 0.03: the cube is in the way
        go(pose, 500);
        assertThat(world.cube().shift(2)).isGreaterThan(0.06); // it does not slip
    }

    @Test
    void aCubeThatIsLetGoFallsAndLies() {
        grasp();
        double[] open = pose.clone();
        open[ArmModel.GRIPPER] = model.fromMiddle(ArmModel.GRIPPER, OPEN);
        go(open, 60);
        go(reach.pose(0.20, 0.10, 0.12, 0, OPEN), 200);
        assertThat(world.cube().shift(2)).isLessThan(0.03);
        assertThat(world.speed()).isLessThan(0.01);
    }

    private void grasp() {
        world.lay(0.25, -0.05, Math.atan2(-0.05, 0.25 - ArmModel.PAN_X));
        double[] above = reach.pose(0.25, -0.05, 0.08, 0, OPEN);
        double[] at = reach.pose(0.25, -0.05, 0.015, 0, OPEN);
        go(above, 200);
        go(at, 150);
        go(closed(at), 150);
        go(closed(above), 150);
    }

    @Test
    void aHandThatSweepsOverTheTablePushesTheCube() {
        world.lay(0.22, -0.05, 0);
        go(closed(reach.pose(0.24, -0.12, 0.02, 0, OPEN)), 200);
        go(closed(reach.pose(0.24, 0.02, 0.02, 0, OPEN)), 300);
        assertThat(world.cube().shift(1)).isGreaterThan(0.0);
        assertThat(world.cube().shift(2)).isCloseTo(CubeWorld.HALF, within(0.003));
    }
}
