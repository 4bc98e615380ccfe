/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.onnx;

import dev.tendon.nn.NetworkException;
import dev.tendon.nn.ParameterSpec;
import dev.tendon.nn.Shape;
import dev.tendon.nn.WeightSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Puts the weights that a network asks for into a graph, and sees that they fit. Owner thread: its creator's. */
final class WeightLoader {
    private final WeightSource source;
    private final Graph graph;

    WeightLoader(WeightSource source, Graph graph) {
        this.source = source;
        this.graph = graph;
    }

    Value load(ParameterSpec wanted) {
        if (!source.names().contains(wanted.name())) {
            throw new NetworkException(
                    "parameter " + wanted.name() + " " + wanted.shape() + " is missing among the weights");
        }
        Shape found = source.shape(wanted.name());
        if (!found.equals(wanted.shape())) {
            throw new NetworkException(
                    "parameter " + wanted.name() + " is " + found + ", where the network needs " + wanted.shape());
        }
        return graph.weight(wanted.name(), found);
    }

    /** What nobody asked for. */
    List<String> unused() {
        Map<String, Value> used = graph.weights();
        Set<String> rest = new TreeSet<>(source.names());
        rest.removeAll(used.keySet());
        return List.copyOf(rest);
    }
}
