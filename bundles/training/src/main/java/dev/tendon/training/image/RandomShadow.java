/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.image;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** A soft upright band that is darker or brighter: LeRobot's {@code RandomShadow}. */
record RandomShadow(Range opacity) implements ImageChange {
    private static final int SMOOTHING = 8;

    static RandomShadow of(Arguments arguments) {
        Range opacity = arguments.range("opacity", new Range(0.3, 0.6), one -> new Range(one, one), 0, 1);
        arguments.done("RandomShadow", List.of("opacity"));
        return new RandomShadow(opacity);
    }

    @Override
    public void apply(Picture picture, SplittableRandom random) {
        double change = opacity.draw(random) * (random.nextBoolean() ? 1 : -1);
        cast(picture, change, random.nextDouble(), new Range(1.0 / 3, 2.0 / 3).draw(random));
    }

    /** A band {@code width} of the picture wide, {@code start} of the way between its edges, brighter by {@code change}. */
    static void cast(Picture picture, double change, double start, double width) {
        int band = (int) Math.max(1, Math.min(picture.width, Math.rint(width * picture.width)));
        int from = (int) Math.rint(start * (picture.width - band));
        float[] factors = new float[picture.width];
        Arrays.fill(factors, 1);
        Arrays.fill(factors, from, from + band, (float) (1 + change));
        int pooled = Math.min(SMOOTHING, Math.min(picture.width, picture.height));
        float[] smooth = pooled > 1 ? stretched(means(factors, pooled), picture.width) : factors;
        for (float[] plane : picture.planes()) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = Picture.clamp(plane[i] * smooth[i % picture.width]);
            }
        }
    }

    private static float[] means(float[] values, int of) {
        float[] means = new float[values.length / of];
        for (int i = 0; i < means.length; i++) {
            float sum = 0;
            for (int j = 0; j < of; j++) {
                sum += values[i * of + j];
            }
            means[i] = sum / of;
        }
        return means;
    }

    /** Linear between the middles, as PyTorch's interpolation without aligned corners. */
    private static float[] stretched(float[] few, int count) {
        float[] many = new float[count];
        for (int i = 0; i < count; i++) {
            float at = Math.max(0, (i + 0.5f) * few.length / count - 0.5f);
            int left = (int) at;
            int right = Math.min(left + 1, few.length - 1);
            many[i] = few[left] + (at - left) * (few[right] - few[left]);
        }
        return many;
    }
}
