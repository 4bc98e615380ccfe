/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.read;

/**
 * A permutation of 0 to {@code size} less one in no memory: a Feistel network over the next power of four, whose results that are too large
 * go round again until they fit.
 */
final class Permutation {
    private static final int ROUNDS = 6;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long size;
    private final int half;
    private final long mask;
    private final long[] keys = new long[ROUNDS];

    Permutation(long size, long seed, long epoch) {
        this.size = size;
        int bits = Math.max(2, Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, size - 1)));
        half = (bits + 1) / 2;
        mask = (1L << half) - 1;
        long state = mix(mix(seed) + epoch);
        for (int round = 0; round < ROUNDS; round++) {
            state += GOLDEN;
            keys[round] = mix(state);
        }
    }

    long of(long position) {
        long value = position;
        do {
            long left = value >>> half;
            long right = value & mask;
            for (long key : keys) {
                long next = left ^ (mix(right ^ key) & mask);
                left = right;
                right = next;
            }
            value = left << half | right;
        } while (value >= size);
        return value;
    }

    /** SplitMix64's finaliser (Steele, Lea, Flood 2014). */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
