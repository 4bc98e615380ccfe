/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.verb;

/**
 * Which action a dataset keeps. LeRobot 0.6 keeps what the teleoperator wanted (scripts/lerobot_record.py), 2025 what was sent, after
 * {@code max_relative_target} (record.py).
 */
enum ActionRule {
    TELEOP,
    SENT
}
