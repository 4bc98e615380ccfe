/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

/**
 * What came back over the wire and was not read yet: a ring as an adapter has it. When it is full, what comes is lost.
 * Thread: its bus's. Allocates nothing.
 */
final class AnswerBuffer {
    private static final int CAPACITY = 4096;

    private final byte[] bytes = new byte[CAPACITY];
    private int first;
    private int count;

    void put(byte[] from, int length) {
        for (int i = 0; i < length && count < CAPACITY; i++) {
            bytes[(first + count) % CAPACITY] = from[i];
            count++;
        }
    }

    /** Moves at most {@code length} bytes out; returns how many. */
    int take(byte[] into, int offset, int length) {
        int taken = Math.min(length, count);
        for (int i = 0; i < taken; i++) {
            into[offset + i] = bytes[(first + i) % CAPACITY];
        }
        first = (first + taken) % CAPACITY;
        count -= taken;
        return taken;
    }

    void clear() {
        first = 0;
        count = 0;
    }
}
