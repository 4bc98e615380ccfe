/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Options of {@code tendon train}: those of lerobot-train 0.6 and 2025, in the order of its {@code train_config.json} (7427f3180, {@code
 * configs/train.py}, {@code configs/default.py}), which is also read. What has no counterpart here is refused where it is switched on.
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.training.options;
