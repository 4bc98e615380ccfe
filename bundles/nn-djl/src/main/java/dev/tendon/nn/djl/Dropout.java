/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.djl;

import java.nio.IntBuffer;

/**
 * Which elements a step drops: a pure function of the step's seed, of how many dropouts came before, and of the element's index. PyTorch's own
 * draws take five times as long, and depend on its generator's state. Owner thread: its run's.
 */
final class Dropout {
    private static final int BLOCK = 4096;

    /** Bits that are drawn for an element. */
    private static final int BITS = 24;

    private final long seed;
    private final int[] block = new int[BLOCK];
    private int uses;

    Dropout(long seed) {
        this.seed = seed;
    }

    /** Fills {@code mask}, floats by their bits: 0 with {@code probability}, else what scales the expected sum back to one. */
    void fill(IntBuffer mask, double probability) {
        long key = mix(seed + mix(++uses));
        int threshold = (int) Math.round(probability * (1 << BITS));
        int kept = Float.floatToRawIntBits((float) (1 / (1 - probability)));
        for (int from = 0; mask.hasRemaining(); from += BLOCK) {
            draw((int) key + from, (int) (key >>> 32), threshold, kept);
            mask.put(block, 0, Math.min(BLOCK, mask.remaining()));
        }
    }

    /** Without branches, so that the compiler does many elements at a time. The mixing: Chris Wellons's "lowbias32", twice. */
    private void draw(int first, int key, int threshold, int kept) {
        for (int i = 0; i < BLOCK; i++) {
            int x = first + i;
            x = (x ^ (x >>> 16)) * 0x7feb352d;
            x = (x ^ (x >>> 15)) * 0x846ca68b;
            x = x ^ (x >>> 16) ^ key;
            x = (x ^ (x >>> 16)) * 0x7feb352d;
            x = (x ^ (x >>> 15)) * 0x846ca68b;
            x = x ^ (x >>> 16);
            int dropped = ((x >>> (Integer.SIZE - BITS)) - threshold) >> (Integer.SIZE - 1);
            block[i] = kept & ~dropped;
        }
    }

    /** SplitMix64's finisher. */
    private static long mix(long bits) {
        long z = bits + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
