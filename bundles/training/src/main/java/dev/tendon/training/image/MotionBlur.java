/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.image;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** A blur along a line: LeRobot's {@code MotionBlur}. */
record MotionBlur(int smallest, int largest) implements ImageChange {
    private static final double FULL_TURN_DEG = 360;

    static MotionBlur of(Arguments arguments) {
        Range size = arguments.range("kernel_size", new Range(3, 11), one -> new Range(one, one), 1, 1000);
        int smallest = (int) size.low() + ((int) size.low() + 1) % 2;
        if (smallest > size.high()) {
            throw arguments.wrong("kernel_size", size, "an odd number, or two with one between");
        }
        arguments.done("MotionBlur", List.of("kernel_size"));
        return new MotionBlur(smallest, (int) size.high());
    }

    @Override
    public void apply(Picture picture, SplittableRandom random) {
        int size = smallest + 2 * random.nextInt((largest - smallest) / 2 + 1);
        blur(picture, size, random.nextDouble() * FULL_TURN_DEG);
    }

    /** A step aside. */
    private record Shift(int x, int y) {}

    /** The mean of as many pixels, odd, along a line; beyond the picture's edge is what is at it. */
    static void blur(Picture picture, int size, double angleDeg) {
        double angle = Math.toRadians(angleDeg);
        Set<Shift> line = new LinkedHashSet<>();
        for (int at = -(size / 2); at <= size / 2; at++) {
            line.add(new Shift(
                    (int) Math.rint((float) (at * Math.cos(angle))), (int) Math.rint((float) (at * Math.sin(angle)))));
        }
        List<Shift> shifts = new ArrayList<>(line);
        float weight = 1f / shifts.size();
        for (float[] plane : picture.planes()) {
            float[] before = plane.clone();
            for (int y = 0; y < picture.height; y++) {
                for (int x = 0; x < picture.width; x++) {
                    float sum = 0;
                    for (Shift shift : shifts) {
                        int fromY = Math.max(0, Math.min(picture.height - 1, y + shift.y()));
                        int fromX = Math.max(0, Math.min(picture.width - 1, x + shift.x()));
                        sum += weight * before[fromY * picture.width + fromX];
                    }
                    plane[y * picture.width + x] = Picture.clamp(sum);
                }
            }
        }
    }
}
