/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.so101;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Pixels with a depth: flat convex polygons in perspective, and shadows on what lies flat on the table. Drawn at twice the size where
 * the picture is small, and averaged, so that an edge between two pixels shows. Owner: one thread.
 */
final class Raster {
    private static final int SMALL = 256;
    private static final int SHADOW_PERCENT = 68;

    private final int scale;
    private final int width;
    private final int height;
    private final int[] colours;
    private final float[] nearness;
    private final boolean[] shadows;
    private final byte[] row;
    private final double[] left;
    private final double[] right;
    private boolean shadowed;

    Raster(int width, int height) {
        scale = Math.max(width, height) <= SMALL ? 2 : 1;
        this.width = width * scale;
        this.height = height * scale;
        colours = new int[this.width * this.height];
        nearness = new float[colours.length];
        shadows = new boolean[colours.length];
        row = new byte[3 * width];
        left = new double[this.height];
        right = new double[this.height];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Begins with a picture of what is behind everything. */
    void begin(int[] background) {
        System.arraycopy(background, 0, colours, 0, colours.length);
        Arrays.fill(nearness, 0);
        if (shadowed) {
            Arrays.fill(shadows, false);
            shadowed = false;
        }
    }

    /**
     * Fills a convex polygon.
     *
     * @param points x, y in pixels and depth of each corner
     * @param colour its colour, lit
     */
    void fill(double[][] points, int count, int colour) {
        // 1/depth is even over a flat polygon in the picture: a plane through three corners
        double[] a = points[0];
        double[] b = points[1];
        double[] c = points[2];
        double area = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]);
        if (Math.abs(area) < 1e-9) {
            return;
        }
        double na = 1 / a[2];
        double nb = 1 / b[2] - na;
        double nc = 1 / c[2] - na;
        double gx = (nb * (c[1] - a[1]) - nc * (b[1] - a[1])) / area;
        double gy = (nc * (b[0] - a[0]) - nb * (c[0] - a[0])) / area;
        int first = edges(points, count);
        for (int y = first; y < height && left[y] <= right[y]; y++) {
            int x0 = (int) Math.max(0, Math.ceil(left[y] - 0.5));
            int x1 = (int) Math.min(width - 1, Math.floor(right[y] - 0.5));
            double near = na + gx * (x0 + 0.5 - a[0]) + gy * (y + 0.5 - a[1]);
            int at = y * width + x0;
            for (int x = x0; x <= x1; x++, at++, near += gx) {
                if (near > nearness[at]) {
                    nearness[at] = (float) near;
                    colours[at] = colour;
                }
            }
        }
    }

    /** Fills a polygon on the table: over what is behind everything, under all else. */
    void lay(double[][] points, int count, int colour) {
        int first = edges(points, count);
        for (int y = first; y < height && left[y] <= right[y]; y++) {
            int x0 = (int) Math.max(0, Math.ceil(left[y] - 0.5));
            int x1 = (int) Math.min(width - 1, Math.floor(right[y] - 0.5));
            if (x0 <= x1) {
                Arrays.fill(colours, y * width + x0, y * width + x1 + 1, colour);
            }
        }
    }

    /** Darkens a polygon on the table, once however many shadows meet; to be called before {@link #fill}. */
    void shade(double[][] points, int count) {
        shadowed = true;
        int first = edges(points, count);
        for (int y = first; y < height && left[y] <= right[y]; y++) {
            int x0 = (int) Math.max(0, Math.ceil(left[y] - 0.5));
            int x1 = (int) Math.min(width - 1, Math.floor(right[y] - 0.5));
            for (int at = y * width + x0; at <= y * width + x1; at++) {
                if (!shadows[at]) {
                    shadows[at] = true;
                    colours[at] = darker(colours[at]);
                }
            }
        }
    }

    private static int darker(int colour) {
        return rgb(
                (colour >> 16 & 0xFF) * SHADOW_PERCENT / 100,
                (colour >> 8 & 0xFF) * SHADOW_PERCENT / 100,
                (colour & 0xFF) * SHADOW_PERCENT / 100);
    }

    static int rgb(int red, int green, int blue) {
        return (red << 16) | (green << 8) | blue;
    }

    /** Finds from where to where each row is covered; the first such row. */
    private int edges(double[][] points, int count) {
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            top = Math.min(top, points[i][1]);
            bottom = Math.max(bottom, points[i][1]);
        }
        int first = (int) Math.max(0, Math.ceil(top - 0.5));
        int last = (int) Math.min(height - 1, Math.floor(bottom - 0.5));
        if (first > last) {
            return height;
        }
        for (int y = first; y <= last; y++) {
            left[y] = Double.POSITIVE_INFINITY;
            right[y] = Double.NEGATIVE_INFINITY;
        }
        if (last + 1 < height) {
            left[last + 1] = 1;
            right[last + 1] = 0; // ends the rows
        }
        for (int i = 0; i < count; i++) {
            double[] p = points[i];
            double[] q = points[(i + 1) % count];
            if (p[1] == q[1]) {
                continue;
            }
            double[] upper = p[1] < q[1] ? p : q;
            double[] lower = p[1] < q[1] ? q : p;
            int y0 = (int) Math.max(first, Math.ceil(upper[1] - 0.5));
            int y1 = (int) Math.min(last, Math.floor(lower[1] - 0.5));
            double slope = (lower[0] - upper[0]) / (lower[1] - upper[1]);
            double x = upper[0] + slope * (y0 + 0.5 - upper[1]);
            for (int y = y0; y <= y1; y++, x += slope) {
                left[y] = Math.min(left[y], x);
                right[y] = Math.max(right[y], x);
            }
        }
        return first;
    }

    /** Writes the picture: red, green, blue, row by row. */
    void show(ByteBuffer pixels) {
        int rows = height / scale;
        int columns = width / scale;
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                int at = y * scale * width + x * scale;
                int c = colours[at];
                if (scale == 2) {
                    c = average(c, colours[at + 1], colours[at + width], colours[at + width + 1]);
                }
                row[3 * x] = (byte) (c >> 16);
                row[3 * x + 1] = (byte) (c >> 8);
                row[3 * x + 2] = (byte) c;
            }
            pixels.put(y * row.length, row, 0, row.length);
        }
    }

    private static int average(int a, int b, int c, int d) {
        if (a == b && b == c && c == d) {
            return a;
        }
        int red = (a >> 16 & 0xFF) + (b >> 16 & 0xFF) + (c >> 16 & 0xFF) + (d >> 16 & 0xFF) + 2;
        int green = (a >> 8 & 0xFF) + (b >> 8 & 0xFF) + (c >> 8 & 0xFF) + (d >> 8 & 0xFF) + 2;
        int blue = (a & 0xFF) + (b & 0xFF) + (c & 0xFF) + (d & 0xFF) + 2;
        return rgb(red >> 2, green >> 2, blue >> 2);
    }
}
