/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.image;

import java.util.List;
import java.util.SplittableRandom;

/** Patches that hide what is behind them: LeRobot's {@code CoarseDropout}. Sizes are parts of the picture's. */
record CoarseDropout(int maxHoles, double maxHeight, double maxWidth, float fill) implements ImageChange {
    static CoarseDropout of(Arguments arguments) {
        double holes = arguments.number("max_holes", 8);
        double height = arguments.number("max_height_frac", 0.07);
        double width = arguments.number("max_width_frac", 0.07);
        double fill = arguments.number("fill_value", 0);
        if (holes < 1 || holes != Math.rint(holes)) {
            throw arguments.wrong("max_holes", holes, "a whole number from 1 on");
        }
        for (double part : new double[] {height, width}) {
            if (!(part > 0 && part <= 1)) {
                throw arguments.wrong("max_height_frac or max_width_frac", part, "a number above 0, to 1");
            }
        }
        if (!(fill >= 0 && fill <= 1)) {
            throw arguments.wrong("fill_value", fill, "a number from 0 to 1");
        }
        arguments.done("CoarseDropout", List.of("max_holes", "max_height_frac", "max_width_frac", "fill_value"));
        return new CoarseDropout((int) holes, height, width, (float) fill);
    }

    @Override
    public void apply(Picture picture, SplittableRandom random) {
        int holes = random.nextInt(1, maxHoles + 1);
        for (int i = 0; i < holes; i++) {
            drop(
                    picture,
                    random.nextDouble() * maxHeight,
                    random.nextDouble() * maxWidth,
                    random.nextDouble(),
                    random.nextDouble(),
                    fill);
        }
    }

    /** One patch; {@code y} and {@code x} are how far it lies between the edges. */
    static void drop(Picture picture, double height, double width, double y, double x, float fill) {
        int rows = (int) Math.max(1, Math.min(picture.height, Math.rint(height * picture.height)));
        int columns = (int) Math.max(1, Math.min(picture.width, Math.rint(width * picture.width)));
        int top = (int) Math.rint(y * (picture.height - rows));
        int left = (int) Math.rint(x * (picture.width - columns));
        for (float[] plane : picture.planes()) {
            for (int row = top; row < top + rows; row++) {
                java.util.Arrays.fill(plane, row * picture.width + left, row * picture.width + left + columns, fill);
            }
        }
    }
}
