/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import dev.tendon.checkpoint.DrawnInput;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/**
 * Everything random in a run: a pure function of seed, step and use, so that a run that is taken up again goes on as if it had not stopped.
 * Immutable. Thread: any.
 */
final class Draws {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long ENGINE = hash("engine");
    private static final long WEIGHTS = hash("weights");
    private static final long HELD_OUT = hash("held out");

    private final long seed;

    Draws(long seed) {
        this.seed = seed;
    }

    /** What parameters begin with. */
    long weights() {
        return mix(mix(seed) + WEIGHTS);
    }

    /** What the engine drops at a step. */
    long engine(long step) {
        return mix(mix(mix(seed) + ENGINE) + step);
    }

    /** Fills an input of a training step. */
    void learn(DrawnInput input, long step, ByteBuffer into) {
        input.drawing().draw(stream(hash(input.name()), step), true, into);
    }

    /** Fills an input of a batch that is held out: the same at every evaluation. */
    void evaluate(DrawnInput input, long batch, ByteBuffer into) {
        input.drawing().draw(stream(hash(input.name()) ^ HELD_OUT, batch), false, into);
    }

    private RandomGenerator stream(long use, long number) {
        return new Stream(mix(mix(mix(seed) + use) + number));
    }

    /** SplitMix64 (Steele, Lea and Flood 2014). */
    private static final class Stream implements RandomGenerator {
        private long state;

        Stream(long state) {
            this.state = state;
        }

        @Override
        public long nextLong() {
            state += GOLDEN;
            return mix(state);
        }

        /** Box and Muller's, with strict functions, so that machines and Java's releases agree. */
        @Override
        public double nextGaussian() {
            double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - nextDouble()));
            return radius * StrictMath.cos(2 * Math.PI * nextDouble());
        }
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** FNV-1a. */
    private static long hash(String name) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }
}
