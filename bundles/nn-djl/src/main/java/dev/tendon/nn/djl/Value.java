/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.djl;

import ai.djl.pytorch.engine.PtNDArray;
import dev.tendon.nn.ElementKind;
import dev.tendon.nn.Shape;
import dev.tendon.nn.Tensor;

/**
 * Numbers in PyTorch's memory.
 *
 * @param id its number among the results of a run; {@link #KEPT} for what outlives the run's use of it
 */
record Value(int id, PtNDArray array, Shape shape, ElementKind kind, String label) implements Tensor {
    static final int KEPT = -1;

    static Value kept(PtNDArray array, Shape shape, ElementKind kind, String label) {
        return new Value(KEPT, array, shape, kind, label);
    }
}
