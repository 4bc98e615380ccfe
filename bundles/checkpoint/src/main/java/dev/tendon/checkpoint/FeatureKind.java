/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import dev.tendon.api.option.Alias;

/** What a policy's input or output is: LeRobot 0.6, {@code configs/types.py}. */
public enum FeatureKind {
    @Alias("STATE")
    STATE,
    @Alias("VISUAL")
    VISUAL,
    @Alias("ENV")
    ENV,
    @Alias("ACTION")
    ACTION,
    @Alias("REWARD")
    REWARD,
    @Alias("LANGUAGE")
    LANGUAGE
}
