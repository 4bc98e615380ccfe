/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.image;

import java.util.SplittableRandom;

/** Where a parameter is drawn from, evenly. */
record Range(double low, double high) {
    double draw(SplittableRandom random) {
        return low + (high - low) * random.nextDouble();
    }

    boolean isOnly(double value) {
        return low == value && high == value;
    }
}
