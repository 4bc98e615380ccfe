/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.image;

import java.util.List;
import java.util.SplittableRandom;

/** A sensor's noise: LeRobot's {@code GaussianNoise}. Deviations are in levels of 255. */
record GaussianNoise(Range std) implements ImageChange {
    private static final double LEVELS = 255;

    static GaussianNoise of(Arguments arguments) {
        Range std = arguments.range("std", new Range(5, 25), most -> new Range(0, most), 0, Double.POSITIVE_INFINITY);
        arguments.done("GaussianNoise", List.of("std"));
        return new GaussianNoise(std);
    }

    @Override
    public void apply(Picture picture, SplittableRandom random) {
        double deviation = std.draw(random) / LEVELS;
        for (float[] plane : picture.planes()) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = Picture.clamp((float) (plane[i] + random.nextGaussian() * deviation));
            }
        }
    }
}
