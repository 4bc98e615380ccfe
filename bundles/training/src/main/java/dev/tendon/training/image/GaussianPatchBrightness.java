/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.image;

import java.util.List;
import java.util.SplittableRandom;

/** Round patches of light and shade: LeRobot's {@code GaussianPatchBrightness}. Places and sizes are parts of the picture's. */
record GaussianPatchBrightness(Range patches, Range sigma, Range factor) implements ImageChange {
    static GaussianPatchBrightness of(Arguments arguments) {
        double none = Double.MAX_VALUE;
        Range patches = arguments.range("num_patches", new Range(1, 4), one -> new Range(one, one), 1, none);
        Range sigma = arguments.range(
                "sigma_range", new Range(0.05, 0.25), one -> new Range(one, one), Double.MIN_NORMAL, none);
        Range factor = arguments.range("factor_range", new Range(0.4, 1.6), one -> new Range(one, one), 0, none);
        arguments.done("GaussianPatchBrightness", List.of("num_patches", "sigma_range", "factor_range"));
        return new GaussianPatchBrightness(patches, sigma, factor);
    }

    @Override
    public void apply(Picture picture, SplittableRandom random) {
        int count = random.nextInt((int) patches.low(), (int) patches.high() + 1);
        double[][] each = new double[count][];
        for (int i = 0; i < count; i++) {
            each[i] = new double[] {random.nextDouble(), random.nextDouble(), sigma.draw(random), factor.draw(random)};
        }
        shine(picture, each);
    }

    /** Patches, each of a middle's y and x, a width and a factor. */
    static void shine(Picture picture, double[][] patches) {
        for (int y = 0; y < picture.height; y++) {
            for (int x = 0; x < picture.width; x++) {
                double light = 1;
                for (double[] patch : patches) {
                    double dy = part(y, picture.height) - patch[0];
                    double dx = part(x, picture.width) - patch[1];
                    light *= 1 + (patch[3] - 1) * Math.exp(-(dy * dy + dx * dx) / (2 * patch[2] * patch[2]));
                }
                int i = y * picture.width + x;
                for (float[] plane : picture.planes()) {
                    plane[i] = Picture.clamp((float) (plane[i] * light));
                }
            }
        }
    }

    private static double part(int at, int count) {
        return count < 2 ? 0 : (double) at / (count - 1);
    }
}
