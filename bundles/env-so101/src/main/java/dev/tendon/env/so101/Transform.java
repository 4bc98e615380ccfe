/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.so101;

/** A rotation and then a shift; metres. Immutable. Thread: any. */
final class Transform {
    static final Transform NONE = new Transform(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, new double[3]);

    private final double[] turn;
    private final double[] shift;

    private Transform(double[] turn, double[] shift) {
        this.turn = turn;
        this.shift = shift;
    }

    /** As URDF writes an origin: turned about the fixed axes x, y and z in that order, then shifted. */
    static Transform origin(double x, double y, double z, double roll, double pitch, double yaw) {
        Transform turned = about(2, yaw).then(about(1, pitch)).then(about(0, roll));
        return new Transform(turned.turn, new double[] {x, y, z});
    }

    /** A turn about x (0), y (1) or z (2). */
    static Transform about(int axis, double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        int a = (axis + 1) % 3;
        int b = (axis + 2) % 3;
        double[] turn = new double[9];
        turn[4 * axis] = 1;
        turn[4 * a] = c;
        turn[4 * b] = c;
        turn[3 * a + b] = -s;
        turn[3 * b + a] = s;
        return new Transform(turn, new double[3]);
    }

    /** A rotation given row by row, and a shift; the arrays are the transform's from here on. */
    static Transform of(double[] rows, double[] shift) {
        return new Transform(rows, shift);
    }

    /** This one in the frame that it makes: what {@code inner} does happens within. */
    Transform then(Transform inner) {
        double[] product = new double[9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                product[3 * i + j] = turn[3 * i] * inner.turn[j]
                        + turn[3 * i + 1] * inner.turn[3 + j]
                        + turn[3 * i + 2] * inner.turn[6 + j];
            }
        }
        return new Transform(product, point(inner.shift[0], inner.shift[1], inner.shift[2]));
    }

    /** Where a point of the inner frame is outside. */
    double[] point(double x, double y, double z) {
        double[] p = direction(x, y, z);
        for (int i = 0; i < 3; i++) {
            p[i] += shift[i];
        }
        return p;
    }

    /** Which way a direction of the inner frame points outside. */
    double[] direction(double x, double y, double z) {
        double[] p = new double[3];
        for (int i = 0; i < 3; i++) {
            p[i] = turn[3 * i] * x + turn[3 * i + 1] * y + turn[3 * i + 2] * z;
        }
        return p;
    }

    /** Element of the rotation. */
    double turn(int row, int column) {
        return turn[3 * row + column];
    }

    /** x, y or z of the shift. */
    double shift(int axis) {
        return shift[axis];
    }

    /** Whether it is {@code other}, to the last bit. */
    boolean same(Transform other) {
        return java.util.Arrays.equals(turn, other.turn) && java.util.Arrays.equals(shift, other.shift);
    }
}
