/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.sim;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Draws round links over a table in perspective, with a depth for each pixel and a light from above. Owner: one thread; the picture
 * is complete after {@link #show}.
 */
final class Canvas {
    private static final double[] EYE = {0.62, -0.50, 0.44};
    private static final double[] TARGET = {0.13, 0.0, 0.09};
    private static final double[] LIGHT = unit(new double[] {0.35, -0.45, 0.82});
    private static final double FOCAL = 1.45;
    private static final double GRID = 0.05;
    private static final int SHADOW_PERCENT = 62;

    private final int width;
    private final int height;
    private final double scale;
    private final double[] right;
    private final double[] up;
    private final double[] forward;
    private final byte[] table;
    private final byte[] colours;
    private final float[] depths;
    private final boolean[] shadows;

    Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        scale = FOCAL * Math.min(height, width * 3 / 4.0);
        forward = unit(new double[] {TARGET[0] - EYE[0], TARGET[1] - EYE[1], TARGET[2] - EYE[2]});
        right = unit(cross(forward, new double[] {0, 0, 1}));
        up = cross(right, forward);
        table = table();
        colours = new byte[table.length];
        depths = new float[width * height];
        shadows = new boolean[width * height];
    }

    /** The table with its grid of 5 cm, and the wall behind it. */
    private byte[] table() {
        byte[] pixels = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double[] ray = ray(x, y);
                int colour = 0xB9C4CE - 0x010101 * (y * 24 / height);
                double t = ray[2] < 0 ? -EYE[2] / ray[2] : Double.POSITIVE_INFINITY;
                if (t < 2.5) {
                    double gx = (EYE[0] + t * ray[0]) / GRID;
                    double gy = (EYE[1] + t * ray[1]) / GRID;
                    boolean line = Math.abs(gx - Math.rint(gx)) < 0.03 || Math.abs(gy - Math.rint(gy)) < 0.03;
                    colour = line ? 0x8FA08F : 0xDDE0D5;
                }
                put(pixels, y * width + x, colour, 1);
            }
        }
        return pixels;
    }

    private double[] ray(int x, int y) {
        double u = (x + 0.5 - width / 2.0) / scale;
        double v = (height / 2.0 - y - 0.5) / scale;
        double[] ray = new double[3];
        for (int i = 0; i < 3; i++) {
            ray[i] = forward[i] + u * right[i] + v * up[i];
        }
        return ray;
    }

    void begin() {
        System.arraycopy(table, 0, colours, 0, table.length);
        Arrays.fill(depths, Float.POSITIVE_INFINITY);
        Arrays.fill(shadows, false);
    }

    void ball(double[] at, double radius, int colour) {
        link(at, at, radius, colour);
    }

    /** A rod with round ends between two points of the world, and its shadow on the table. */
    void link(double[] a, double[] b, double radius, int colour) {
        double[] from = seen(a);
        double[] to = seen(b);
        rod(from, to, scale * radius / from[2], scale * radius / to[2], radius, colour, false);
        double[] below = seen(fallen(a));
        double[] beside = seen(fallen(b));
        rod(below, beside, scale * radius / below[2], scale * radius / beside[2], radius, 0, true);
    }

    private static double[] fallen(double[] p) {
        return new double[] {p[0] - LIGHT[0] / LIGHT[2] * p[2], p[1] - LIGHT[1] / LIGHT[2] * p[2], 0};
    }

    /** Pixel x, pixel y and distance of a point of the world. */
    private double[] seen(double[] p) {
        double[] d = {p[0] - EYE[0], p[1] - EYE[1], p[2] - EYE[2]};
        double depth = Math.max(0.02, dot(d, forward));
        return new double[] {
            width / 2.0 + scale * dot(d, right) / depth, height / 2.0 - scale * dot(d, up) / depth, depth,
        };
    }

    private void rod(double[] a, double[] b, double ra, double rb, double radius, int colour, boolean shadow) {
        double r = Math.max(ra, rb) + 1;
        int x0 = (int) Math.max(0, Math.min(a[0], b[0]) - r);
        int x1 = (int) Math.min(width - 1, Math.max(a[0], b[0]) + r);
        int y0 = (int) Math.max(0, Math.min(a[1], b[1]) - r);
        int y1 = (int) Math.min(height - 1, Math.max(a[1], b[1]) + r);
        double dx = b[0] - a[0];
        double dy = b[1] - a[1];
        double square = dx * dx + dy * dy;
        for (int y = y0; y <= y1; y++) {
            for (int x = x0; x <= x1; x++) {
                double px = x + 0.5 - a[0];
                double py = y + 0.5 - a[1];
                double t = square < 1e-9 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / square));
                double ox = px - t * dx;
                double oy = py - t * dy;
                double here = ra + t * (rb - ra);
                double off = (ox * ox + oy * oy) / (here * here);
                if (off < 1) {
                    int at = y * width + x;
                    if (shadow) {
                        shadows[at] = true;
                    } else {
                        surface(at, a[2] + t * (b[2] - a[2]), radius, ox / here, -oy / here, off, colour);
                    }
                }
            }
        }
    }

    /** A pixel of a round surface: {@code nx}, {@code ny} and what is left to length 1 are its normal as the eye sees it. */
    private void surface(int at, double axis, double radius, double nx, double ny, double off, int colour) {
        double nz = Math.sqrt(1 - off);
        float depth = (float) (axis - radius * nz);
        if (depth >= depths[at]) {
            return;
        }
        depths[at] = depth;
        double light = 0;
        for (int i = 0; i < 3; i++) {
            light += LIGHT[i] * (nx * right[i] + ny * up[i] - nz * forward[i]);
        }
        put(colours, at, colour, 0.45 + 0.55 * Math.max(0, light));
    }

    void show(ByteBuffer pixels) {
        for (int i = 0; i < shadows.length; i++) {
            if (shadows[i] && depths[i] == Float.POSITIVE_INFINITY) {
                for (int c = 3 * i; c < 3 * i + 3; c++) {
                    colours[c] = (byte) ((colours[c] & 0xFF) * SHADOW_PERCENT / 100);
                }
            }
        }
        pixels.put(0, colours, 0, colours.length);
    }

    private static void put(byte[] pixels, int at, int colour, double light) {
        pixels[3 * at] = (byte) Math.round((colour >> 16 & 0xFF) * light);
        pixels[3 * at + 1] = (byte) Math.round((colour >> 8 & 0xFF) * light);
        pixels[3 * at + 2] = (byte) Math.round((colour & 0xFF) * light);
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double[] unit(double[] a) {
        double length = Math.sqrt(dot(a, a));
        return new double[] {a[0] / length, a[1] / length, a[2] / length};
    }
}
