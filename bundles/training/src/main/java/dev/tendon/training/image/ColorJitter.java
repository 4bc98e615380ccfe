/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.image;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Brightness, contrast, saturation and hue, those that are asked for, in random order: torchvision's {@code ColorJitter}. */
record ColorJitter(
        Optional<Range> brightness, Optional<Range> contrast, Optional<Range> saturation, Optional<Range> hue)
        implements ImageChange {
    private static final int KINDS = 4;

    static ColorJitter of(Arguments arguments) {
        double none = Double.POSITIVE_INFINITY;
        ColorJitter jitter = new ColorJitter(
                arguments.range("brightness", 1, 0, none),
                arguments.range("contrast", 1, 0, none),
                arguments.range("saturation", 1, 0, none),
                arguments.range("hue", 0, -0.5, 0.5));
        arguments.done("ColorJitter", List.of("brightness", "contrast", "saturation", "hue"));
        return jitter;
    }

    @Override
    public void apply(Picture picture, SplittableRandom random) {
        int[] order = Drawing.permutation(KINDS, random);
        double[] factors = {
            draw(brightness, random), draw(contrast, random), draw(saturation, random), draw(hue, random)
        };
        for (int kind : order) {
            float factor = (float) factors[kind];
            if (kind == 0 && changes(brightness, 1)) {
                Color.brightness(picture, factor);
            } else if (kind == 1 && changes(contrast, 1)) {
                Color.contrast(picture, factor);
            } else if (kind == 2 && changes(saturation, 1)) {
                Color.saturation(picture, factor);
            } else if (kind == 3 && changes(hue, 0)) {
                Color.hue(picture, factor);
            }
        }
    }

    private static double draw(Optional<Range> range, SplittableRandom random) {
        return range.map(given -> given.draw(random)).orElse(0.0);
    }

    private static boolean changes(Optional<Range> range, double nothing) {
        return range.filter(given -> !given.isOnly(nothing)).isPresent();
    }
}
