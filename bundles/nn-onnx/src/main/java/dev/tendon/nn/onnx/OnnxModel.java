/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.onnx;

import dev.tendon.nn.Parameters;
import dev.tendon.nn.Port;
import dev.tendon.nn.ProgramRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A network as an ONNX model.
 *
 * @param graph the graph
 * @param weights names of the weights that it needs
 * @param inputs what it is given
 * @param outputs what it gives
 * @param unused weights that it does not need
 */
record OnnxModel(Graph graph, List<String> weights, List<Port> inputs, List<Port> outputs, List<String> unused) {
    /** Records the network of {@code request}. */
    static OnnxModel of(ProgramRequest request) {
        return of(request, OnnxOps::new);
    }

    /** The same, with operations of another kind. */
    static OnnxModel of(ProgramRequest request, Function<Graph, OnnxOps> ops) {
        Graph graph = new Graph(request.name());
        WeightLoader loader = new WeightLoader(request.weights(), graph);
        Map<String, Value> inputs = new LinkedHashMap<>();
        request.inputs().forEach(port -> inputs.put(port.name(), graph.input(port.name(), port.kind(), port.shape())));
        Map<String, Value> outputs = request.network().apply(ops.apply(graph), new Parameters<>(loader::load), inputs);
        new TreeMap<>(outputs).forEach(graph::output);
        return new OnnxModel(
                graph,
                graph.weights().keySet().stream().filter(graph::names).sorted().toList(),
                ports(graph.inputs()),
                ports(graph.outputs()),
                loader.unused());
    }

    private static List<Port> ports(List<Value> values) {
        return values.stream()
                .map(value -> new Port(value.name(), value.kind(), value.shape()))
                .toList();
    }
}
