/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import dev.tendon.api.option.Alias;

/** How numbers are brought to a network's scale: LeRobot 0.6, {@code configs/types.py} and {@code processor/normalize_processor.py}. */
public enum NormalizationMode {
    /** As they are. */
    @Alias("IDENTITY")
    IDENTITY,
    /** To mean 0 and standard deviation 1. */
    @Alias("MEAN_STD")
    MEAN_STD,
    /** From the smallest and the largest to [-1, 1]. */
    @Alias("MIN_MAX")
    MIN_MAX,
    /** From the 1st and the 99th percentile to [-1, 1]. */
    @Alias("QUANTILES")
    QUANTILES,
    /** From the 10th and the 90th percentile to [-1, 1]. */
    @Alias("QUANTILE10")
    QUANTILE10
}
