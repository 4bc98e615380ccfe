/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.term;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Makes keys of a terminal's bytes. Arrow keys come as ESC [ and a letter, or ESC O and a letter, by the terminal's mode (ECMA-48, and
 * DEC's application mode); the Escape key comes as ESC alone, which only time can tell from the beginning of an arrow key. Owner: one
 * thread.
 */
final class KeyReader {
    /** So long after ESC nothing more belongs to it; a terminal sends an arrow key in one piece. */
    static final long ALONE_NS = 50_000_000;

    private static final int ESC = 0x1B;
    private static final int FIRST_PRINTABLE = 0x21;
    private static final int DELETE = 0x7F;

    private final Deque<String> keys = new ArrayDeque<>();
    private final StringBuilder sequence = new StringBuilder();
    private long escapeNs;

    void typed(int b, long nowNs) {
        if (sequence.length() == 0) {
            if (b == ESC) {
                sequence.append((char) b);
                escapeNs = nowNs;
            } else if (b >= FIRST_PRINTABLE && b < DELETE) {
                keys.add(String.valueOf((char) b));
            }
            return;
        }
        if (b == ESC) {
            keys.add("escape");
            sequence.setLength(1);
            escapeNs = nowNs;
            return;
        }
        sequence.append((char) b);
        if (sequence.length() == 2 && (b == '[' || b == 'O')) {
            return;
        }
        boolean parameter = sequence.length() > 2 && b < '@';
        if (!parameter) {
            ended(sequence.length() > 2 ? b : -1);
        }
    }

    /** A sequence is complete. Others than arrow keys are left out. */
    private void ended(int letter) {
        sequence.setLength(0);
        switch (letter) {
            case 'A' -> keys.add("up");
            case 'B' -> keys.add("down");
            case 'C' -> keys.add("right");
            case 'D' -> keys.add("left");
            default -> {}
        }
    }

    Optional<String> poll(long nowNs) {
        if (sequence.length() > 0 && nowNs - escapeNs >= ALONE_NS) {
            if (sequence.length() == 1) {
                keys.add("escape");
            }
            sequence.setLength(0);
        }
        return Optional.ofNullable(keys.poll());
    }
}
