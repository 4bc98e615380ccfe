/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import java.util.List;

/** Parquet's repetition levels of values in a shape. */
final class Levels {
    private Levels() {}

    /** For each element in row-major order: the innermost list that goes on with it; 0 for the first, which begins a row. */
    static int[] repetition(List<Integer> shape) {
        int elements = shape.stream().reduce(1, Math::multiplyExact);
        int[] levels = new int[elements];
        for (int element = 1; element < elements; element++) {
            int level = shape.size();
            for (int rest = element; rest % shape.get(level - 1) == 0; level--) {
                rest /= shape.get(level - 1);
            }
            levels[element] = level;
        }
        return levels;
    }
}
