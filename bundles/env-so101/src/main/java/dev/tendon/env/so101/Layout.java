/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.so101;

import java.util.Random;

/**
 * Where things lie at the start of an episode; metres and radians in the arm's base frame. Immutable. Thread: any.
 *
 * @param cubeX of the cube's middle
 * @param cubeY of the cube's middle
 * @param cubeYaw how the cube is turned
 * @param discX of the disc's middle
 * @param discY of the disc's middle
 */
record Layout(double cubeX, double cubeY, double cubeYaw, double discX, double discY) {
    /** Radius of the disc. */
    static final double DISC = 0.040;

    /** Distances from the pan axis. */
    private static final double NEAREST = 0.15;

    private static final double FARTHEST = 0.27;
    /** Directions from the pan axis, to either side. */
    private static final double WIDEST = Math.toRadians(60);

    private static final double NARROWEST = Math.toRadians(5);
    /** From middle to middle. */
    private static final double APART = 0.08;

    /** A cube lies about square to the arm. */
    private static final double MOST_TURNED = Math.toRadians(15);

    /** A layout; the same seed, the same one: the cube on the right, the disc on the left. */
    static Layout of(long seed) {
        Random random = new Random(seed);
        double[] cube = polar(random, -1);
        double turned = (2 * random.nextDouble() - 1) * MOST_TURNED;
        double[] disc = polar(random, 1);
        while (Math.hypot(cube[0] - disc[0], cube[1] - disc[1]) < APART) {
            disc = polar(random, 1);
        }
        return new Layout(cube[0], cube[1], Math.atan2(cube[1], cube[0] - ArmModel.PAN_X) + turned, disc[0], disc[1]);
    }

    /** Evenly over a part of a ring. */
    private static double[] polar(Random random, int side) {
        double near = NEAREST * NEAREST;
        double r = Math.sqrt(near + random.nextDouble() * (FARTHEST * FARTHEST - near));
        double angle = side * (NARROWEST + random.nextDouble() * (WIDEST - NARROWEST));
        return new double[] {ArmModel.PAN_X + r * Math.cos(angle), r * Math.sin(angle)};
    }
}
