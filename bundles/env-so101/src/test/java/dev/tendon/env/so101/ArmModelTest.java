/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.so101;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tendon.sim.scene.Scene;
import org.junit.jupiter.api.Test;

class ArmModelTest {
    private static final ArmModel MODEL = new ArmModel(-1.116);

    /** Numbers by the URDF's own chain, computed apart from this code with NumPy. */
    @Test
    void placesTheLinksAsTheUrdfDoes() {
        double[] pose = new double[Scene.JOINTS];
        isAt(MODEL.links(pose)[ArmModel.LOWER_ARM_LINK].point(0, 0, 0), 0.0972, -0.0183, 0.2292);
        isAt(MODEL.links(pose)[ArmModel.GRIPPER_LINK].point(-0.0079, 0, -0.098), 0.3912, 0.0002, 0.2265);
        pose[ArmModel.PAN] = 0.3;
        isAt(MODEL.links(pose)[ArmModel.GRIPPER_LINK].point(-0.0079, 0, -0.098), 0.3756, -0.1039, 0.2265);
        pose[ArmModel.PAN] = 0;
        pose[ArmModel.WRIST] = 0.3;
        isAt(MODEL.links(pose)[ArmModel.GRIPPER_LINK].point(-0.0079, 0, -0.098), 0.3818, 0.0002, 0.1798);
    }

    private static void isAt(double[] point, double x, double y, double z) {
        assertThat(point[0]).isCloseTo(x, within(1e-4));
        assertThat(point[1]).isCloseTo(y, within(1e-4));
        assertThat(point[2]).isCloseTo(z, within(1e-4));
    }

    @Test
    void reachesEveryPlaceWhereThingsLieWithinTheJointsLimits() {
        Reach reach = new Reach(MODEL, 0.022);
        for (int seed = 0; seed < 200; seed++) {
            Layout layout = Layout.of(seed);
            double[] pose = reach.pose(layout.cubeX(), layout.cubeY(), 0.015, 0, 0.5);
            double[] at = MODEL.links(pose)[ArmModel.GRIPPER_LINK].point(0.022, 0, -0.095);
            isAt(at, layout.cubeX(), layout.cubeY(), 0.015);
            for (int joint = 0; joint < ArmModel.GRIPPER; joint++) {
                assertThat(pose[joint]).isBetween(ArmModel.low(joint), ArmModel.high(joint));
            }
        }
    }

    @Test
    void aClosedGripperHasItsFingersTogether() {
        double[] pose = new double[Scene.JOINTS];
        pose[ArmModel.GRIPPER] = -1.116;
        Transform[] links = MODEL.links(pose);
        double[] fixed = links[ArmModel.GRIPPER_LINK].point(-0.0105, 0, -0.100);
        double[] moving = links[ArmModel.JAW_LINK].point(-0.0095, -0.0790, 0.0190);
        assertThat(Math.hypot(fixed[0] - moving[0], fixed[2] - moving[2])).isLessThan(0.012);
    }
}
