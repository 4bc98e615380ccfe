/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.rollout;

/** LeRobot's ways to plan: 0.6, {@code rollout/inference/factory.py}. */
enum InferenceType {
    SYNC,
    RTC
}
