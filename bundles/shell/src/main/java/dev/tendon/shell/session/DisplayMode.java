/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.session;

/** {@code --display_mode}: LeRobot 0.6 knows rerun and foxglove (utils/visualization_utils.py); Tendon has its own page. */
public enum DisplayMode {
    BROWSER,
    RERUN,
    FOXGLOVE
}
