/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn;

import java.util.List;

/**
 * What an engine is asked to make a program of.
 *
 * @param name names the network in messages and in the cache: {@code act}
 * @param network the network
 * @param weights its weights
 * @param inputs what it will be given
 * @param device where it runs: LeRobot's names, {@code cpu}, {@code cuda}, {@code cuda:1}
 * @param threads threads that one run may use; 0 leaves it to the engine
 * @param precision what it is computed with
 * @param kept whether what takes long to prepare is kept on disk for the next time
 */
public record ProgramRequest(
        String name,
        Network network,
        WeightSource weights,
        List<Port> inputs,
        String device,
        int threads,
        Precision precision,
        boolean kept) {
    /** In single precision. */
    public ProgramRequest(
            String name,
            Network network,
            WeightSource weights,
            List<Port> inputs,
            String device,
            int threads,
            boolean kept) {
        this(name, network, weights, inputs, device, threads, Precision.FLOAT32, kept);
    }
}
