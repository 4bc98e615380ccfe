/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.so101;

import dev.tendon.sim.scene.SceneView;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Supplier;

/** One look at the table: draws arm, cube and disc as boxes, lit from one side, with their shadows. Thread: one call at a time. */
final class Sight implements SceneView {
    static final String FRONT = "front";
    static final String TABLE = "table";
    static final String TOP = "top";
    static final String SIDE = "side";
    static final String WRIST = "wrist";
    static final List<String> ALL = List.of(FRONT, TABLE, TOP, SIDE, WRIST);

    private static final int TABLETOP = 0xD8DCD2;
    private static final int GRID = 0xC3C9BD;
    private static final int WALL = 0x9AA7B4;
    private static final double GRID_M = 0.05;
    private static final double TABLE_END = 1.2;
    private static final int DISC = 0x2E8B57;
    private static final int CUBE = 0xD02020;
    private static final int DISC_CORNERS = 24;
    private static final double[] LIGHT = Eye.unit(new double[] {0.30, 0.35, 0.89});
    private static final double AMBIENT = 0.50;

    /** Corners of a box's faces, as {@link Box#corner} numbers them, seen from outside in one sense of rotation. */
    private static final int[][] FACES = {
        {0, 4, 6, 2}, {1, 3, 7, 5}, {0, 1, 5, 4}, {2, 6, 7, 3}, {0, 2, 3, 1}, {4, 5, 7, 6}
    };

    private final String view;
    private final Supplier<Moment> now;
    private final Raster raster;
    private final double[][] corners = new double[Box.CORNERS][];
    private final double[][] seen = new double[DISC_CORNERS][3];
    private final double[][] face = new double[4][];
    private final double[] normal = new double[3];
    private int[] background = new int[0];

    Sight(String view, int width, int height, Supplier<Moment> now) {
        this.view = view;
        this.now = now;
        raster = new Raster(width, height);
    }

    @Override
    public void draw(ByteBuffer pixels) {
        Moment moment = now.get();
        Eye eye = eye(moment);
        if (background.length == 0 || view.equals(WRIST)) {
            background = background(eye);
        }
        raster.begin(background);
        disc(eye, moment.layout());
        List<Piece> pieces = moment.pieces();
        for (Piece piece : pieces) {
            if (piece.box().frame().shift(2) > 0) {
                shadow(eye, piece.box());
            }
        }
        for (Piece piece : pieces) {
            solid(eye, piece.box(), piece.colour());
        }
        solid(eye, Box.cube(moment.cube(), CubeWorld.HALF), CUBE);
        raster.show(pixels);
    }

    private Eye eye(Moment moment) {
        double[] up = {0, 0, 1};
        return switch (view) {
                // As wide as the places where things lie, however wide the picture is: 128x64 shows nothing else.
            case TABLE -> Eye.at(
                    new double[] {0.58, 0, 0.58},
                    new double[] {0.20, 0, 0.02},
                    up,
                    1.25 * raster.width() / Math.min(raster.width(), raster.height()));
            case TOP -> Eye.at(new double[] {0.20, 0, 0.80}, new double[] {0.20, 0, 0}, new double[] {1, 0, 0}, 1.55);
            case SIDE -> Eye.at(new double[] {0.35, -0.62, 0.42}, new double[] {0.17, 0, 0.04}, up, 1.30);
            case WRIST -> Eye.in(
                    moment.hand(),
                    new double[] {0.005, 0.080, -0.005},
                    new double[] {0.020, 0, -0.105},
                    new double[] {0, 0, 1},
                    0.80);
            default -> Eye.at(new double[] {0.62, 0, 0.46}, new double[] {0.18, 0, 0.03}, up, 1.35);
        };
    }

    /** The table with its grid of 5 cm, and the wall behind it. */
    private int[] background(Eye eye) {
        int width = raster.width();
        int height = raster.height();
        int[] picture = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double[] ray = eye.ray(x + 0.5, y + 0.5, width, height);
                double t = ray[2] < 0 ? -eye.at(2) / ray[2] : Double.POSITIVE_INFINITY;
                int colour = WALL;
                if (t < TABLE_END) {
                    double gx = (eye.at(0) + t * ray[0]) / GRID_M;
                    double gy = (eye.at(1) + t * ray[1]) / GRID_M;
                    boolean line = Math.abs(gx - Math.rint(gx)) < 0.03 || Math.abs(gy - Math.rint(gy)) < 0.03;
                    colour = line ? GRID : TABLETOP;
                }
                picture[y * width + x] = colour;
            }
        }
        return picture;
    }

    private void disc(Eye eye, Layout layout) {
        double[] p = new double[3];
        for (int i = 0; i < DISC_CORNERS; i++) {
            double angle = 2 * Math.PI * i / DISC_CORNERS;
            p[0] = layout.discX() + Layout.DISC * Math.cos(angle);
            p[1] = layout.discY() + Layout.DISC * Math.sin(angle);
            eye.see(p, raster.width(), raster.height(), seen[i]);
        }
        raster.lay(seen, DISC_CORNERS, DISC);
    }

    private void shadow(Eye eye, Box box) {
        double[] p = new double[3];
        for (int i = 0; i < Box.CORNERS; i++) {
            double[] corner = box.corner(i);
            double height = Math.max(0, corner[2]);
            p[0] = corner[0] - LIGHT[0] / LIGHT[2] * height;
            p[1] = corner[1] - LIGHT[1] / LIGHT[2] * height;
            eye.see(p, raster.width(), raster.height(), seen[i]);
        }
        for (int[] corner : FACES) {
            for (int i = 0; i < corner.length; i++) {
                face[i] = seen[corner[i]];
            }
            raster.shade(face, face.length);
        }
    }

    private void solid(Eye eye, Box box, int colour) {
        for (int i = 0; i < Box.CORNERS; i++) {
            corners[i] = box.corner(i);
            if (!eye.see(corners[i], raster.width(), raster.height(), seen[i])) {
                return; // beside or behind the eye
            }
        }
        for (int[] corner : FACES) {
            double[] a = corners[corner[0]];
            outwards(a, corners[corner[1]], corners[corner[3]]);
            double towards = 0;
            double light = 0;
            for (int i = 0; i < 3; i++) {
                towards += normal[i] * (eye.at(i) - a[i]);
                light += normal[i] * LIGHT[i];
            }
            if (towards <= 0) {
                continue;
            }
            for (int i = 0; i < corner.length; i++) {
                face[i] = seen[corner[i]];
            }
            raster.fill(face, face.length, lit(colour, AMBIENT + (1 - AMBIENT) * Math.max(0, light)));
        }
    }

    private void outwards(double[] a, double[] b, double[] c) {
        double length = 0;
        for (int i = 0; i < 3; i++) {
            int j = (i + 1) % 3;
            int k = (i + 2) % 3;
            normal[i] = (b[j] - a[j]) * (c[k] - a[k]) - (b[k] - a[k]) * (c[j] - a[j]);
            length += normal[i] * normal[i];
        }
        double scale = 1 / Math.sqrt(Math.max(1e-18, length));
        for (int i = 0; i < 3; i++) {
            normal[i] *= scale;
        }
    }

    private static int lit(int colour, double light) {
        return Raster.rgb((int) ((colour >> 16 & 0xFF) * light), (int) ((colour >> 8 & 0xFF) * light), (int)
                ((colour & 0xFF) * light));
    }

    /** A coloured part of the arm. */
    record Piece(Box box, int colour) {}
}
