/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.pusht;

import java.nio.ByteBuffer;

/**
 * gym-pusht's picture: drawn on 512x512 pixels (by pygame there; {@code envs/pusht.py} and {@code envs/pymunk_override.py}) and made
 * smaller by bilinear sampling without averaging, as OpenCV's {@code resize} does. Only the pixels that are sampled are drawn.
 * Owner: one thread.
 */
final class Painter {
    private static final int SIDE = 512;
    private static final int WHITE = 0xFFFFFF;
    private static final int LIGHT_GREEN = 0x90EE90;
    private static final int SLATE = 0x778899;
    private static final int LIGHT_SLATE = 0x8EA3B7;
    private static final int ROYAL = 0x4169E1;
    private static final int LIGHT_ROYAL = 0x4E7EFF;
    private static final int WALLS = 0xD3D3D3;
    private static final double RIM = 4;
    private static final double LINE = 2;
    private static final double WALL_LOW = 5;
    private static final double WALL_HIGH = 506;
    private static final Shape[] GOAL = rounded(Tee.GOAL);

    private final int width;
    private final int height;

    Painter(int width, int height) {
        this.width = width;
        this.height = height;
    }

    private static Shape[] rounded(Pose pose) {
        Shape[] boxes = new Shape[Tee.BOXES.length];
        for (int i = 0; i < boxes.length; i++) {
            double[][] corners = Tee.box(i, pose);
            for (double[] corner : corners) {
                corner[0] = Math.rint(corner[0]);
                corner[1] = Math.rint(corner[1]);
            }
            boxes[i] = new Shape(corners);
        }
        return boxes;
    }

    /** Draws; red, green, blue, from the top left, row by row. */
    void draw(double agentX, double agentY, Pose tee, ByteBuffer rgb) {
        Shape[] block = rounded(tee);
        double ax = Math.rint(agentX);
        double ay = Math.rint(agentY);
        for (int row = 0; row < height; row++) {
            double sy = clamp((row + 0.5) * SIDE / height - 0.5);
            int y = Math.min(SIDE - 2, (int) sy);
            double fy = sy - y;
            for (int column = 0; column < width; column++) {
                double sx = clamp((column + 0.5) * SIDE / width - 0.5);
                int x = Math.min(SIDE - 2, (int) sx);
                double fx = sx - x;
                int a = colour(x, y, ax, ay, block);
                int b = colour(x + 1, y, ax, ay, block);
                int c = colour(x, y + 1, ax, ay, block);
                int d = colour(x + 1, y + 1, ax, ay, block);
                int at = 3 * (row * width + column);
                for (int channel = 0; channel < 3; channel++) {
                    int shift = 16 - 8 * channel;
                    double upper = mix(a >> shift & 0xFF, b >> shift & 0xFF, fx);
                    double lower = mix(c >> shift & 0xFF, d >> shift & 0xFF, fx);
                    rgb.put(at + channel, (byte) Math.round(mix(upper, lower, fy)));
                }
            }
        }
    }

    private static double clamp(double at) {
        return Math.max(0, Math.min(SIDE - 1, at));
    }

    private static double mix(double a, double b, double share) {
        return a + share * (b - a);
    }

    private static int colour(int x, int y, double ax, double ay, Shape[] block) {
        if ((wall(x) && along(y)) || (wall(y) && along(x))) {
            return WALLS;
        }
        for (int i = block.length - 1; i >= 0; i--) {
            double beyond = block[i].beyond(x, y);
            if (beyond <= LINE) {
                return beyond >= -LINE ? SLATE : LIGHT_SLATE;
            }
        }
        double square = (x - ax) * (x - ax) + (y - ay) * (y - ay);
        if (square < Board.AGENT_RADIUS * Board.AGENT_RADIUS) {
            return square < (Board.AGENT_RADIUS - RIM) * (Board.AGENT_RADIUS - RIM) ? LIGHT_ROYAL : ROYAL;
        }
        return GOAL[0].beyond(x, y) <= 0 || GOAL[1].beyond(x, y) <= 0 ? LIGHT_GREEN : WHITE;
    }

    private static boolean along(int at) {
        return at >= WALL_LOW - LINE && at <= WALL_HIGH + LINE;
    }

    private static boolean wall(int at) {
        return Math.abs(at - WALL_LOW) <= LINE || Math.abs(at - WALL_HIGH) <= LINE;
    }

    /** A convex polygon as its edges: which way each looks, and how far it is from the origin that way. */
    private static final class Shape {
        private final double[] outX = new double[4];
        private final double[] outY = new double[4];
        private final double[] far = new double[4];

        /** @param corners whole pixels, round in the sense in which x turns towards y */
        Shape(double[][] corners) {
            for (int i = 0; i < corners.length; i++) {
                double[] p = corners[i];
                double[] q = corners[(i + 1) % corners.length];
                double length = Math.hypot(q[0] - p[0], q[1] - p[1]);
                outX[i] = (q[1] - p[1]) / length;
                outY[i] = (p[0] - q[0]) / length;
                far[i] = outX[i] * p[0] + outY[i] * p[1];
            }
        }

        /** How far a point is outside: the most that it is beyond an edge; negative inside. */
        double beyond(int x, int y) {
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < far.length; i++) {
                most = Math.max(most, outX[i] * x + outY[i] * y - far[i]);
            }
            return most;
        }
    }
}
