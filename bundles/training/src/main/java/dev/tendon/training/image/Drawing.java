/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.image;

import java.util.SplittableRandom;

/** Draws from urns. */
final class Drawing {
    private Drawing() {}

    /** The numbers from 0 to below {@code count}, in random order. */
    static int[] permutation(int count, SplittableRandom random) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** {@code count} different indices of {@code weights}, one after the other, each by its weight among those left. */
    static int[] weighted(double[] weights, int count, SplittableRandom random) {
        double[] left = weights.clone();
        int[] drawn = new int[count];
        for (int i = 0; i < count; i++) {
            double total = 0;
            for (double weight : left) {
                total += weight;
            }
            double at = random.nextDouble() * total;
            int last = -1;
            for (int j = 0; j < left.length && !(last >= 0 && at < 0); j++) {
                if (left[j] > 0) {
                    last = j;
                    at -= left[j];
                }
            }
            drawn[i] = last;
            left[last] = 0;
        }
        return drawn;
    }
}
