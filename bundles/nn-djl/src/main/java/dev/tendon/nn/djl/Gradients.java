/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.djl;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The gradients of the last step, in PyTorch's memory. Owner thread: its program's. */
final class Gradients {
    private final PtNDManager parent;
    private final Map<String, FloatBuffer> memories = new HashMap<>();
    private @Nullable PtNDManager step;

    Gradients(PtNDManager parent) {
        this.parent = parent;
    }

    /** Frees those of the step before. */
    void clear() {
        memories.clear();
        if (step != null) {
            step.close();
        }
        step = parent.newSubManager(parent.getDevice());
    }

    /** Keeps {@code gradient} until the next step; null where there is none. */
    void take(String parameter, @Nullable PtNDArray gradient) {
        PtNDManager owner = step;
        if (gradient != null && owner != null) {
            gradient.attach(owner);
            memories.put(parameter, Native.bytes(gradient).asFloatBuffer());
        }
    }

    /** With a position of the caller's own; null where there is none. */
    @Nullable
    FloatBuffer memory(String parameter) {
        FloatBuffer memory = memories.get(parameter);
        return memory == null ? null : memory.duplicate();
    }
}
