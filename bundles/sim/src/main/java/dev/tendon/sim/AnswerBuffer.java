/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

/**
 * What comes back over the wire and was not read yet, each byte with the time at which it arrives: a ring as an adapter has it. When
 * it is full, what comes is lost. Thread: its bus's. Allocates nothing.
 */
final class AnswerBuffer {
    private static final int CAPACITY = 4096;

    private final byte[] bytes = new byte[CAPACITY];
    private final long[] dueNs = new long[CAPACITY];
    private int first;
    private int count;

    /**
     * Takes bytes in; none arrives before those that were put earlier.
     *
     * @param startNs when the first bit is sent
     * @param byteNs how long a byte takes
     */
    void put(byte[] from, int length, long startNs, long byteNs) {
        for (int i = 0; i < length && count < CAPACITY; i++) {
            int at = (first + count) % CAPACITY;
            bytes[at] = from[i];
            dueNs[at] = startNs + (i + 1) * byteNs;
            if (count > 0) {
                long before = dueNs[(at + CAPACITY - 1) % CAPACITY];
                dueNs[at] = dueNs[at] - before < 0 ? before : dueNs[at];
            }
            count++;
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** When the next byte arrives; only where there is one. */
    long nextDueNs() {
        return dueNs[first];
    }

    /** Moves at most {@code length} bytes out that have arrived; returns how many. */
    int take(byte[] into, int offset, int length, long nowNs) {
        int taken = 0;
        while (taken < length && count > 0 && dueNs[first] - nowNs <= 0) {
            into[offset + taken] = bytes[first];
            drop();
            taken++;
        }
        return taken;
    }

    /** Throws away what has arrived. */
    void clear(long nowNs) {
        while (count > 0 && dueNs[first] - nowNs <= 0) {
            drop();
        }
    }

    private void drop() {
        first = (first + 1) % CAPACITY;
        count--;
    }
}
