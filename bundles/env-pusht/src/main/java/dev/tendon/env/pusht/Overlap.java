/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.pusht;

import java.util.ArrayList;
import java.util.List;

/** How large the part is that two convex polygons share: one is cut along the edges of the other (Sutherland and Hodgman 1974). */
final class Overlap {
    private Overlap() {}

    /** Both go round in the sense in which x turns towards y. */
    static double area(double[][] one, double[][] other) {
        List<double[]> left = List.of(one);
        for (int i = 0; i < other.length && !left.isEmpty(); i++) {
            left = cut(left, other[i], other[(i + 1) % other.length]);
        }
        double twice = 0;
        for (int i = 0; i < left.size(); i++) {
            double[] p = left.get(i);
            double[] q = left.get((i + 1) % left.size());
            twice += p[0] * q[1] - q[0] * p[1];
        }
        return Math.abs(twice) / 2;
    }

    private static List<double[]> cut(List<double[]> polygon, double[] from, double[] to) {
        List<double[]> kept = new ArrayList<>();
        for (int i = 0; i < polygon.size(); i++) {
            double[] p = polygon.get(i);
            double[] q = polygon.get((i + 1) % polygon.size());
            double inside = side(p, from, to);
            double next = side(q, from, to);
            if (inside >= 0) {
                kept.add(p);
            }
            if ((inside > 0 && next < 0) || (inside < 0 && next > 0)) {
                double share = inside / (inside - next);
                kept.add(new double[] {p[0] + share * (q[0] - p[0]), p[1] + share * (q[1] - p[1])});
            }
        }
        return kept;
    }

    private static double side(double[] p, double[] from, double[] to) {
        return (to[0] - from[0]) * (p[1] - from[1]) - (to[1] - from[1]) * (p[0] - from[0]);
    }
}
