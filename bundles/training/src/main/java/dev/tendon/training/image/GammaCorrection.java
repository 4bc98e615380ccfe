/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.image;

import java.util.List;
import java.util.SplittableRandom;

/** A camera's exposure curve: LeRobot's {@code GammaCorrection}; below 1 brightens, above darkens, each as often. */
record GammaCorrection(Range gamma) implements ImageChange {
    static GammaCorrection of(Arguments arguments) {
        Range gamma = arguments.range(
                "gamma",
                new Range(0.5, 2),
                one -> new Range(Math.min(one, 1 / one), Math.max(one, 1 / one)),
                Double.MIN_NORMAL,
                Double.MAX_VALUE);
        arguments.done("GammaCorrection", List.of("gamma"));
        return new GammaCorrection(gamma);
    }

    @Override
    public void apply(Picture picture, SplittableRandom random) {
        correct(picture, Math.exp(new Range(Math.log(gamma.low()), Math.log(gamma.high())).draw(random)));
    }

    static void correct(Picture picture, double gamma) {
        for (float[] plane : picture.planes()) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = Picture.clamp((float) Math.pow(plane[i], gamma));
            }
        }
    }
}
