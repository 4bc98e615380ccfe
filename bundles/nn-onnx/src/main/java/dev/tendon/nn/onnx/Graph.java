/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.onnx;

import dev.tendon.nn.ElementKind;
import dev.tendon.nn.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph that grows node by node, and the message that it becomes. Field numbers: onnx/onnx 1.17, {@code onnx/onnx.proto}. Owner
 * thread: its creator's.
 */
final class Graph {
    static final int OPERATOR_SET = 17;

    /** Of the file format; 8 came with operator set 15, and every later reader takes it. */
    private static final int IR_VERSION = 8;

    /** Where an external initializer says that it lies; whoever loads the graph gives the bytes itself. */
    private static final String ELSEWHERE = "weights";

    private final String name;
    private final ProtoWriter graph = new ProtoWriter();
    private final Map<String, Value> weights = new LinkedHashMap<>();
    private final List<Value> inputs = new ArrayList<>();
    private final List<Value> outputs = new ArrayList<>();
    private int nodes;
    private int constants;

    Graph(String name) {
        this.name = name;
    }

    Value input(String input, ElementKind kind, Shape shape) {
        Value value = new Value(input, shape, kind, "input " + input);
        inputs.add(value);
        return value;
    }

    /** Names {@code value} as the output {@code output}. */
    void output(String output, Value value) {
        Value named = new Value(output, value.shape(), value.kind(), "output " + output);
        write("Identity", List.of(value), output, List.of());
        outputs.add(named);
    }

    /** A node with one result of this shape and kind. */
    Value node(String operator, List<Value> arguments, Shape shape, ElementKind kind, Attribute... attributes) {
        String result = operator + "_" + nodes;
        write(operator, arguments, result, List.of(attributes));
        return new Value(result, shape, kind, "result of " + operator);
    }

    private void write(String operator, List<Value> arguments, String result, List<Attribute> attributes) {
        ProtoWriter node = new ProtoWriter();
        arguments.forEach(argument -> node.text(1, argument.name()));
        node.text(2, result).text(3, operator + "#" + nodes).text(4, operator);
        attributes.forEach(attribute -> node.message(5, attribute.message()));
        graph.message(1, node);
        nodes++;
    }

    /** A trained weight, whose bytes stay outside the graph. */
    Value weight(String weight, Shape shape) {
        return weights.computeIfAbsent(weight, key -> new Value(key, shape, ElementKind.FLOAT32, "parameter " + key));
    }

    Value constant(float[] values, Shape shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return constant(bytes.array(), ElementKind.FLOAT32, shape);
    }

    Value constant(long[] values, Shape shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return constant(bytes.array(), ElementKind.INT64, shape);
    }

    private Value constant(byte[] bytes, ElementKind kind, Shape shape) {
        String constant = "constant_" + constants++;
        graph.message(5, tensor(constant, kind, shape).bytes(9, bytes));
        return new Value(constant, shape, kind, "constant");
    }

    private static ProtoWriter tensor(String name, ElementKind kind, Shape shape) {
        ProtoWriter tensor = new ProtoWriter();
        for (long axis : shape.toArray()) {
            tensor.number(1, axis);
        }
        return tensor.number(2, code(kind)).text(8, name);
    }

    /** The weights that were asked for, by name. */
    Map<String, Value> weights() {
        return Map.copyOf(weights);
    }

    List<Value> inputs() {
        return List.copyOf(inputs);
    }

    List<Value> outputs() {
        return List.copyOf(outputs);
    }

    /** The graph's message, without its weights. */
    byte[] body() {
        ProtoWriter whole = new ProtoWriter().append(graph).text(2, name);
        inputs.forEach(input -> whole.message(11, port(input)));
        outputs.forEach(output -> whole.message(12, port(output)));
        return whole.toBytes();
    }

    /** The model's message, whose weights lie elsewhere. */
    byte[] toBytes() {
        ProtoWriter whole = new ProtoWriter().append(body());
        for (Value weight : weights.values()) {
            ProtoWriter elsewhere = new ProtoWriter().text(1, "location").text(2, ELSEWHERE);
            whole.message(5, header(weight).message(13, elsewhere).number(14, 1));
        }
        return head().message(7, whole).append(tail()).toBytes();
    }

    /** A weight's message, without its numbers. */
    static ProtoWriter header(Value weight) {
        return tensor(weight.name(), weight.kind(), weight.shape());
    }

    /** What stands before the graph in a model's message. */
    static ProtoWriter head() {
        return new ProtoWriter().number(1, IR_VERSION).text(2, "tendon");
    }

    /** What stands behind it. */
    static byte[] tail() {
        return new ProtoWriter()
                .message(8, new ProtoWriter().text(1, "").number(2, OPERATOR_SET))
                .toBytes();
    }

    private static ProtoWriter port(Value value) {
        ProtoWriter axes = new ProtoWriter();
        for (long axis : value.shape().toArray()) {
            axes.message(1, new ProtoWriter().number(1, axis));
        }
        ProtoWriter tensor = new ProtoWriter().number(1, code(value.kind())).message(2, axes);
        return new ProtoWriter().text(1, value.name()).message(2, new ProtoWriter().message(1, tensor));
    }

    /** TensorProto.DataType. */
    static int code(ElementKind kind) {
        return switch (kind) {
            case FLOAT32 -> 1;
            case INT64 -> 7;
            case BOOL -> 9;
        };
    }
}
