/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/**
 * An input that comes from no dataset: noise, a time of diffusion, a switch.
 *
 * @param name the input's name
 * @param drawing how it is had
 */
public record DrawnInput(String name, Drawing drawing) {
    /** How an input is had. Thread: any; a function of its arguments alone. */
    @FunctionalInterface
    public interface Drawing {
        /**
         * Fills an input.
         *
         * @param random a stream that belongs to this input at this step
         * @param training whether the batch is learnt from, and not held out
         * @param into the input's elements, in the machine's byte order
         */
        void draw(RandomGenerator random, boolean training, ByteBuffer into);
    }

    /** Single-precision numbers of a standard normal distribution. */
    public static DrawnInput normal(String name) {
        return new DrawnInput(name, (random, training, into) -> {
            while (into.hasRemaining()) {
                into.putFloat((float) random.nextGaussian());
            }
        });
    }

    /** 1 while it learns, 0 otherwise; single-precision numbers. */
    public static DrawnInput learning(String name) {
        return new DrawnInput(name, (random, training, into) -> {
            while (into.hasRemaining()) {
                into.putFloat(training ? 1 : 0);
            }
        });
    }
}
