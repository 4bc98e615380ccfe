/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Who moves the joints whose torque is off, as an address says.
 *
 * @param script the file of {@link Kind#SCRIPT}
 */
record MotionChoice(Kind kind, Optional<Path> script) {
    enum Kind {
        /** {@link #SINE} for a leader, nobody for a follower. */
        DEFAULT,
        /** Nobody. */
        STILL,
        /** A gentle sum of two sines. */
        SINE,
        /** All joints through their whole ranges, again and again. */
        SWEEP,
        /** In the middle until a homing offset is written to the joint, then as {@link #SWEEP}. */
        CALIBRATE,
        /** From a file. */
        SCRIPT
    }

    static MotionChoice of(Kind kind) {
        return new MotionChoice(kind, Optional.empty());
    }

    static MotionChoice script(Path file) {
        return new MotionChoice(Kind.SCRIPT, Optional.of(file));
    }
}
