/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

/** How bad a {@link Finding} is. */
public enum Severity {
    /** Data is missing, wrong or cannot be read; or LeRobot would refuse the set, or read other frames than were meant. */
    ERROR,
    /** It is untidy or unusual, and everything can be read. */
    WARNING
}
