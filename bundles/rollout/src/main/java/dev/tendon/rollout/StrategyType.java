/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.rollout;

/** LeRobot's strategies of a rollout: 0.6, {@code rollout/configs.py}. */
enum StrategyType {
    BASE,
    EPISODIC,
    SENTRY,
    HIGHLIGHT,
    DAGGER
}
