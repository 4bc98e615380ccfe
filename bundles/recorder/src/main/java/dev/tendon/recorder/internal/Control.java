/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import java.util.Optional;

/** What a person asks of a running recording: LeRobot's keys (0.6, utils/keyboard_input.py). */
enum Control {
    /** Ends the episode, or the reset phase. */
    NEXT,
    /** The episode again: it is dropped, and recorded anew after the reset phase; in the reset phase at once. */
    AGAIN,
    /** Ends the recording; the episode so far is saved. */
    STOP;

    /** What a key means; empty where it means nothing. */
    static Optional<Control> of(String key) {
        return switch (key) {
            case "right", "n" -> Optional.of(NEXT);
            case "left", "r" -> Optional.of(AGAIN);
            case "escape", "q" -> Optional.of(STOP);
            default -> Optional.empty();
        };
    }
}
