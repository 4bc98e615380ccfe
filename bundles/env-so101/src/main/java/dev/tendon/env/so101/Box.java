/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.so101;

/**
 * A box, or one whose far end is narrower: from {@code -halfX} to {@code halfX}, and so on, about its middle in a frame of its own. Metres. Immutable.
 *
 * @param frame where its middle is
 * @param halfX half its extent along x
 * @param halfY along y
 * @param halfZ along z
 * @param taper the end at -z is that share as wide along x and y
 */
record Box(Transform frame, double halfX, double halfY, double halfZ, double taper) {
    static final int CORNERS = 8;

    static Box between(double x0, double x1, double y0, double y1, double z0, double z1) {
        Transform middle = Transform.origin((x0 + x1) / 2, (y0 + y1) / 2, (z0 + z1) / 2, 0, 0, 0);
        return new Box(middle, (x1 - x0) / 2, (y1 - y0) / 2, (z1 - z0) / 2, 1);
    }

    static Box cube(Transform frame, double half) {
        return new Box(frame, half, half, half, 1);
    }

    Box tapered(double share) {
        return new Box(frame, halfX, halfY, halfZ, share);
    }

    /** The same, seen from outside of a frame. */
    Box in(Transform outer) {
        return new Box(outer.then(frame), halfX, halfY, halfZ, taper);
    }

    /** Corner {@code i}: bit 0 is its side along x, bit 1 along y, bit 2 along z. */
    double[] corner(int i) {
        double width = (i & 4) == 0 ? taper : 1;
        return frame.point(
                ((i & 1) == 0 ? -halfX : halfX) * width,
                ((i & 2) == 0 ? -halfY : halfY) * width,
                (i & 4) == 0 ? -halfZ : halfZ);
    }
}
