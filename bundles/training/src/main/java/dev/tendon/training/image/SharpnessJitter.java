/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.image;

import java.util.List;
import java.util.SplittableRandom;

/** A random sharpness: LeRobot's {@code SharpnessJitter}. */
record SharpnessJitter(Range sharpness) implements ImageChange {
    static SharpnessJitter of(Arguments arguments) {
        Range sharpness = arguments
                .range("sharpness", 1, 0, Double.POSITIVE_INFINITY)
                .orElseThrow(() -> arguments.wrong("sharpness", null, "a number or two"));
        arguments.done("SharpnessJitter", List.of("sharpness"));
        return new SharpnessJitter(sharpness);
    }

    @Override
    public void apply(Picture picture, SplittableRandom random) {
        Sharpness.adjust(picture, (float) sharpness.draw(random));
    }
}
