/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.so101;

import dev.tendon.sim.scene.Motion;

/** Does the task with its eyes open: it is told where the cube and the disc are. Thread: any. */
final class Demonstrator {
    /** Gripper angles: wide enough for the cube and a mistake of more than a centimetre either way. */
    private static final double OPEN = Math.toRadians(38);

    private static final double SHUT = Math.toRadians(2);
    private static final double ABOVE = 0.070;
    private static final double HELD = CubeWorld.HALF;
    private static final double RELEASED = CubeWorld.HALF + 0.004;
    private static final double HOME_X = 0.185;
    private static final double HOME_Z = 0.120;
    private static final double HOME_S = 1.2;

    /** Between the open fingers, and between those that hold a cube: from the hand's axis. */
    private static final double OPEN_MIDDLE = 0.022;

    private static final double SHUT_MIDDLE = 0.0045;

    private final Reach openHand;
    private final Reach shutHand;
    private final double[] home;

    Demonstrator(ArmModel model) {
        openHand = new Reach(model, OPEN_MIDDLE);
        shutHand = new Reach(model, SHUT_MIDDLE);
        home = openHand.pose(HOME_X, 0, HOME_Z, 0, OPEN);
    }

    Motion home(double[] from) {
        return new Waypoints.Builder(from).to(home, HOME_S).build();
    }

    /** Grasps the cube where it is now, carries it to the disc, lets go and comes home. */
    Motion pickAndPlace(double[] from, Transform cube, Layout layout) {
        double x = cube.shift(0);
        double y = cube.shift(1);
        double discX = layout.discX();
        double discY = layout.discY();
        // The fixed finger comes to the cube while the other one closes, so that the cube stays where it is.
        return new Waypoints.Builder(from)
                .to(openHand.pose(x, y, ABOVE, 0, OPEN), 0.8)
                .to(openHand.pose(x, y, HELD, 0, OPEN), 0.6)
                .to(shutHand.pose(x, y, HELD, 0, SHUT), 0.5)
                .rest(0.15)
                .to(shutHand.pose(x, y, ABOVE, 0, SHUT), 0.5)
                .to(shutHand.pose(discX, discY, ABOVE, 0, SHUT), 0.9)
                .to(shutHand.pose(discX, discY, RELEASED, 0, SHUT), 0.5)
                .to(openHand.pose(discX, discY, RELEASED, 0, OPEN), 0.4)
                .to(openHand.pose(discX, discY, ABOVE, 0, OPEN), 0.4)
                .to(home, 0.7)
                .build();
    }
}
