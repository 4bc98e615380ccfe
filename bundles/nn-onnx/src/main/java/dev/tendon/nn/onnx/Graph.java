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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

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
    private final Map<String, Stored> stored = new LinkedHashMap<>();
    private final Set<String> named = new HashSet<>();
    private UnaryOperator<Value> behind = value -> value;
    private int nodes;
    private int constants;
    private long flops;

    /**
     * Numbers that lie beside the graph and are no parameters.
     *
     * @param type TensorProto.DataType
     */
    record Stored(String name, int type, Shape shape, ByteBuffer bytes) {}

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
        String result = operator + "_" + nodes++;
        write(operator, arguments, result, List.of(attributes));
        return new Value(result, shape, kind, "result of " + operator);
    }

    /** A node with several results, whose names are {@code result:0}, {@code result:1} and so on. */
    List<String> nodes(String operator, List<Value> arguments, int results) {
        String result = operator + "_" + nodes++;
        List<String> names = IntStream.range(0, results)
                .mapToObj(index -> result + ":" + index)
                .toList();
        write(operator, arguments, names, List.of());
        return names;
    }

    private void write(String operator, List<Value> arguments, String result, List<Attribute> attributes) {
        write(operator, arguments, List.of(result), attributes);
    }

    private void write(String operator, List<Value> arguments, List<String> results, List<Attribute> attributes) {
        ProtoWriter node = new ProtoWriter();
        for (Value argument : arguments) {
            String name = behind.apply(argument).name(); // which may write other nodes before this one
            named.add(name);
            node.text(1, name);
        }
        results.forEach(result -> node.text(2, result));
        node.text(3, results.get(0)).text(4, operator);
        attributes.forEach(attribute -> node.message(5, attribute.message()));
        graph.message(1, node);
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

    /** Numbers of another type in the graph itself. */
    Value constant(byte[] bytes, int type, Shape shape) {
        String constant = "constant_" + constants++;
        graph.message(5, tensor(constant, type, shape).bytes(9, bytes));
        return new Value(constant, shape, ElementKind.FLOAT32, "constant");
    }

    /** Numbers that are kept beside the graph. */
    Value stored(int type, Shape shape, ByteBuffer bytes) {
        Stored each = new Stored("stored_" + constants++, type, shape, bytes);
        stored.put(each.name(), each);
        return new Value(each.name(), shape, ElementKind.FLOAT32, "constant");
    }

    private Value constant(byte[] bytes, ElementKind kind, Shape shape) {
        String constant = "constant_" + constants++;
        graph.message(5, tensor(constant, kind, shape).bytes(9, bytes));
        return new Value(constant, shape, kind, "constant");
    }

    private static ProtoWriter tensor(String name, ElementKind kind, Shape shape) {
        return tensor(name, code(kind), shape);
    }

    private static ProtoWriter tensor(String name, int type, Shape shape) {
        ProtoWriter tensor = new ProtoWriter();
        for (long axis : shape.toArray()) {
            tensor.number(1, axis);
        }
        return tensor.number(2, type).text(8, name);
    }

    /** Puts another value in the place of each that a node is given. */
    void behind(UnaryOperator<Value> other) {
        behind = other;
    }

    /** So many more floating-point operations. */
    void counts(long more) {
        flops += more;
    }

    /** Floating-point operations of products and convolutions. */
    long flops() {
        return flops;
    }

    /** What is kept beside the graph and is no parameter. */
    List<Stored> stored() {
        return List.copyOf(stored.values());
    }

    /** Whether {@code value} is a trained weight. */
    boolean isWeight(String value) {
        return weights.containsKey(value);
    }

    /** Whether a node is given {@code value}. */
    boolean names(String value) {
        return named.contains(value);
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
        ProtoWriter elsewhere = entry("location", ELSEWHERE);
        for (Value weight : weights.values()) {
            if (names(weight.name())) {
                whole.message(5, header(weight).message(13, elsewhere).number(14, 1));
            }
        }
        for (Stored each : stored.values()) {
            whole.message(
                    5,
                    tensor(each.name(), each.type(), each.shape())
                            .message(13, elsewhere)
                            .number(14, 1));
        }
        return head().message(7, whole).append(tail()).toBytes();
    }

    /** A weight's message, whose numbers lie in another file: {@code bytes} from {@code offset} on. */
    static ProtoWriter elsewhere(Value weight, String file, long offset, long bytes) {
        return header(weight)
                .message(13, entry("location", file))
                .message(13, entry("offset", Long.toString(offset)))
                .message(13, entry("length", Long.toString(bytes)))
                .number(14, 1);
    }

    private static ProtoWriter entry(String key, String value) {
        return new ProtoWriter().text(1, key).text(2, value);
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
