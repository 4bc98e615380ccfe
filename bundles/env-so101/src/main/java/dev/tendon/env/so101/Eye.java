/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.so101;

/** A pinhole camera somewhere, and what it looks at. Immutable. Thread: any. */
final class Eye {
    private static final double NEAREST = 0.02;

    private final double[] at;
    private final double[] right;
    private final double[] up;
    private final double[] forward;
    private final double focal;

    private Eye(double[] at, double[] right, double[] up, double[] forward, double focal) {
        this.at = at;
        this.right = right;
        this.up = up;
        this.forward = forward;
        this.focal = focal;
    }

    /**
     * An eye that looks at a point.
     *
     * @param above which way is up in the picture
     * @param focal the distance at which the picture's smaller side is seen as long as it is away
     */
    static Eye at(double[] at, double[] target, double[] above, double focal) {
        double[] forward = unit(new double[] {target[0] - at[0], target[1] - at[1], target[2] - at[2]});
        double[] right = unit(cross(forward, above));
        return new Eye(at, right, cross(right, forward), forward, focal);
    }

    /** An eye in a frame, which looks along its -z, with {@code up} in it. */
    static Eye in(Transform frame, double[] at, double[] target, double[] above, double focal) {
        return at(
                frame.point(at[0], at[1], at[2]),
                frame.point(target[0], target[1], target[2]),
                frame.direction(above[0], above[1], above[2]),
                focal);
    }

    /** Fills in where a point is seen: x and y in pixels of a picture, and how far ahead it is; false where it is not ahead. */
    boolean see(double[] p, int width, int height, double[] seen) {
        double dx = p[0] - at[0];
        double dy = p[1] - at[1];
        double dz = p[2] - at[2];
        double ahead = dx * forward[0] + dy * forward[1] + dz * forward[2];
        double depth = Math.max(NEAREST, ahead);
        double scale = focal * Math.min(width, height) / depth;
        seen[0] = width / 2.0 + scale * (dx * right[0] + dy * right[1] + dz * right[2]);
        seen[1] = height / 2.0 - scale * (dx * up[0] + dy * up[1] + dz * up[2]);
        seen[2] = depth;
        return ahead > NEAREST;
    }

    /** The direction in which a pixel is seen. */
    double[] ray(double x, double y, int width, int height) {
        double u = (x - width / 2.0) / (focal * Math.min(width, height));
        double v = (height / 2.0 - y) / (focal * Math.min(width, height));
        double[] ray = new double[3];
        for (int i = 0; i < 3; i++) {
            ray[i] = forward[i] + u * right[i] + v * up[i];
        }
        return ray;
    }

    double at(int axis) {
        return at[axis];
    }

    static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    static double[] unit(double[] a) {
        double length = Math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2]);
        return new double[] {a[0] / length, a[1] / length, a[2] / length};
    }
}
