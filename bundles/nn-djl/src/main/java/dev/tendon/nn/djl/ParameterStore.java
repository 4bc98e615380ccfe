/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.djl;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import dev.tendon.nn.ElementKind;
import dev.tendon.nn.NetworkException;
import dev.tendon.nn.ParameterSpec;
import dev.tendon.nn.Shape;
import dev.tendon.nn.WeightSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** A network's parameters in PyTorch's memory, in the order in which it asks for them. Owner thread: its program's. */
final class ParameterStore {
    /** Parameter, array, and the array's own memory. */
    record Entry(ParameterSpec spec, PtNDArray array, FloatBuffer memory) {
        Value value() {
            return value(array);
        }

        Value value(PtNDArray stead) {
            return Value.kept(stead, spec.shape(), ElementKind.FLOAT32, "parameter " + spec.name());
        }
    }

    private final PtNDManager manager;
    private final WeightSource weights;
    private final UnaryOperator<ParameterSpec> adjustment;
    private final BiConsumer<ParameterSpec, FloatBuffer> beginning;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /**
     * @param adjustment what is made of a parameter that the network asks for
     * @param beginning fills what {@code weights} lacks
     */
    ParameterStore(
            PtNDManager manager,
            WeightSource weights,
            UnaryOperator<ParameterSpec> adjustment,
            BiConsumer<ParameterSpec, FloatBuffer> beginning) {
        this.manager = manager;
        this.weights = weights;
        this.adjustment = adjustment;
        this.beginning = beginning;
    }

    /** The parameter of this name, taken from the weights when it is first asked for. */
    Entry entry(ParameterSpec wanted) {
        Entry entry = entries.computeIfAbsent(wanted.name(), name -> load(adjustment.apply(wanted)));
        fit(wanted, entry.spec().shape());
        return entry;
    }

    private Entry load(ParameterSpec wanted) {
        boolean given = weights.names().contains(wanted.name());
        if (given) {
            fit(wanted, weights.shape(wanted.name()));
        }
        PtNDArray array = Native.empty(manager, wanted.shape(), ElementKind.FLOAT32);
        FloatBuffer memory = Native.bytes(array).asFloatBuffer();
        if (given) {
            try {
                memory.duplicate()
                        .put(weights.float32(wanted.name())
                                .duplicate()
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .asFloatBuffer());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        } else {
            beginning.accept(wanted, memory.duplicate());
        }
        return new Entry(wanted, array, memory);
    }

    private static void fit(ParameterSpec wanted, Shape found) {
        if (!found.equals(wanted.shape())) {
            throw new NetworkException(
                    "parameter " + wanted.name() + " is " + found + ", where the network needs " + wanted.shape());
        }
    }

    /** What was asked for. */
    List<ParameterSpec> specs() {
        return entries.values().stream().map(Entry::spec).toList();
    }

    /** The memory of {@code name}, with a position of the caller's own. */
    FloatBuffer memory(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("There is no parameter \"" + name + "\"");
        }
        return entry.memory().duplicate();
    }

    /** Weights that nobody asked for. */
    List<String> unused() {
        Set<String> rest = new TreeSet<>(weights.names());
        rest.removeAll(entries.keySet());
        return List.copyOf(rest);
    }
}
