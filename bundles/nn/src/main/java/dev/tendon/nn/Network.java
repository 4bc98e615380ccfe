/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn;

import java.util.Map;

/**
 * A network, written once for all engines: a pure function of its inputs and parameters. It is run once to build a graph, or at
 * every step where an engine computes at once; it keeps no state and draws no random numbers of its own (they are inputs).
 */
public interface Network {
    /**
     * The outputs by name.
     *
     * @param nn the operations
     * @param parameters the weights, by the names that LeRobot's checkpoints have
     * @param inputs the inputs by name, of the shapes that the caller announced
     */
    <T extends Tensor> Map<String, T> apply(Ops<T> nn, Parameters<T> parameters, Map<String, T> inputs);
}
