/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import dev.tendon.optim.TrainedParameter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an optimizer keeps for a parameter: native memory, from its first gradient on. Thread: its optimizer's, blocks any. */
final class ParameterState {
    final TrainedParameter parameter;
    final int elements;
    final FloatBuffer value;
    private List<ByteBuffer> memory = List.of();
    private FloatBuffer @Nullable [] slots;
    private @Nullable FloatBuffer gradient;
    private long step;

    ParameterState(TrainedParameter parameter) {
        this.parameter = parameter;
        this.elements = Math.toIntExact(parameter.shape().elements());
        this.value = parameter.value();
        if (value.limit() != elements) {
            throw new IllegalArgumentException(
                    parameter.name() + " has " + value.limit() + " numbers and the shape " + parameter.shape());
        }
    }

    /** Asks for this step's gradient. */
    void look() {
        gradient = parameter.gradient().get();
    }

    @Nullable
    FloatBuffer gradient() {
        return gradient;
    }

    /** How many gradients it has seen. */
    long step() {
        return step;
    }

    boolean begun() {
        return slots != null;
    }

    /** Counts a gradient; the first brings its memory. */
    void count(int slotCount) {
        if (slots == null) {
            List<ByteBuffer> fresh = new ArrayList<>();
            for (int i = 0; i < slotCount; i++) {
                fresh.add(ByteBuffer.allocateDirect(Math.multiplyExact(elements, Float.BYTES))
                        .order(ByteOrder.LITTLE_ENDIAN));
            }
            restore(0, fresh);
        }
        step++;
    }

    /** Continues with memory that was read. */
    void restore(long steps, List<ByteBuffer> read) {
        memory = read;
        slots = read.stream().map(ByteBuffer::asFloatBuffer).toArray(FloatBuffer[]::new);
        step = steps;
    }

    /** Begins anew. */
    void forget() {
        memory = List.of();
        slots = null;
        step = 0;
    }

    /** The memory of each slot, little-endian. */
    List<ByteBuffer> memory() {
        return memory;
    }

    void load(Block block, int from, FloatBuffer gradients) {
        value.get(from, block.value, 0, block.length);
        gradients.get(from, block.gradient, 0, block.length);
        if (slots != null && slots.length > 0) {
            slots[0].get(from, block.first, 0, block.length);
            if (slots.length > 1) {
                slots[1].get(from, block.second, 0, block.length);
            }
        }
    }

    void store(Block block, int from) {
        value.put(from, block.value, 0, block.length);
        if (slots != null && slots.length > 0) {
            slots[0].put(from, block.first, 0, block.length);
            if (slots.length > 1) {
                slots[1].put(from, block.second, 0, block.length);
            }
        }
    }
}
