/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.state;

/** The state of MT19937 after seeding, the ways that Python, NumPy and PyTorch do it. */
final class MersenneTwister {
    static final int SIZE = 624;
    private static final int ARRAY_SEED = 19_650_218;

    private MersenneTwister() {}

    /** From one number of 32 bits: NumPy's and PyTorch's. */
    static int[] seeded(int seed) {
        int[] state = new int[SIZE];
        state[0] = seed;
        for (int i = 1; i < SIZE; i++) {
            state[i] = 1_812_433_253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
        return state;
    }

    /** From several: Python's {@code random}, whose numbers are the seed's halves, the lower first. */
    static int[] seeded(int[] key) {
        int[] state = seeded(ARRAY_SEED);
        int i = 1;
        int j = 0;
        for (int k = Math.max(SIZE, key.length); k > 0; k--) {
            state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >>> 30)) * 1_664_525)) + key[j] + j;
            i = next(state, i);
            j = (j + 1) % key.length;
        }
        for (int k = SIZE - 1; k > 0; k--) {
            state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >>> 30)) * 1_566_083_941)) - i;
            i = next(state, i);
        }
        state[0] = Integer.MIN_VALUE;
        return state;
    }

    private static int next(int[] state, int i) {
        if (i + 1 < SIZE) {
            return i + 1;
        }
        state[0] = state[SIZE - 1];
        return 1;
    }
}
