/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.pusht;

/**
 * NumPy's {@code RandomState(seed)}: the same numbers for the same seed, which NumPy has promised to keep (NEP 19). Mersenne Twister
 * MT19937 (Matsumoto and Nishimura 1998), {@code randint} by masked rejection, {@code randn} by the polar method with its spare value.
 * Owner: one thread.
 */
final class NumpyRandom {
    private static final int N = 624;
    private static final int M = 397;
    private static final int UPPER = 0x80000000;
    private static final int TWIST = 0x9908B0DF;

    private final int[] state = new int[N];
    private int index = N;
    private double spare;
    private boolean hasSpare;

    /** @param seed 0 to 2^32 - 1 */
    NumpyRandom(long seed) {
        if (seed < 0 || seed > 0xFFFFFFFFL) {
            throw new IllegalArgumentException("NumPy's seeds are from 0 to 4294967295, not " + seed);
        }
        state[0] = (int) seed;
        for (int i = 1; i < N; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    private int next32() {
        if (index == N) {
            for (int i = 0; i < N; i++) {
                int y = (state[i] & UPPER) | (state[(i + 1) % N] & ~UPPER);
                state[i] = state[(i + M) % N] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : TWIST);
            }
            index = 0;
        }
        int y = state[index++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9D2C5680;
        y ^= (y << 15) & 0xEFC60000;
        return y ^ (y >>> 18);
    }

    private double nextDouble() {
        int a = next32() >>> 5;
        int b = next32() >>> 6;
        return (a * 67108864.0 + b) / 9007199254740992.0;
    }

    /** {@code randint(low, high)}: from low to below high. */
    int randint(int low, int high) {
        int range = high - 1 - low;
        int mask = range == 0 ? 0 : -1 >>> Integer.numberOfLeadingZeros(range);
        int value = range == 0 ? 0 : next32() & mask;
        while (value > range) {
            value = next32() & mask;
        }
        return low + value;
    }

    /** {@code randn()}: normally distributed. */
    double randn() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * nextDouble() - 1;
            y = 2 * nextDouble() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double scale = Math.sqrt(-2 * StrictMath.log(square) / square);
        spare = scale * x;
        hasSpare = true;
        return scale * y;
    }
}
