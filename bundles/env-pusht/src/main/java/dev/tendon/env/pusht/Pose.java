/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.pusht;

/** Where a body's origin is, in pixels, and how it is turned, in radians. Immutable. Thread: any. */
record Pose(double x, double y, double angle) {
    /** x of a point of the body. */
    double x(double px, double py) {
        return x + Math.cos(angle) * px - Math.sin(angle) * py;
    }

    /** y of a point of the body. */
    double y(double px, double py) {
        return y + Math.sin(angle) * px + Math.cos(angle) * py;
    }
}
