/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.feature;

import java.util.Locale;

/** Element type of a feature, by LeRobot's names (lerobot 0.6, datasets/feature_utils.py). */
public enum Dtype {
    FLOAT32,
    FLOAT64,
    INT64,
    BOOL,
    STRING,
    /** A picture; whether a dataset stores it as video is the dataset's business. */
    IMAGE;

    /** LeRobot's spelling: {@code float32}. */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }
}
