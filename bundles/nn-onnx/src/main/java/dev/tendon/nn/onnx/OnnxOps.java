/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.onnx;

import dev.tendon.nn.Binary;
import dev.tendon.nn.ConvSettings;
import dev.tendon.nn.ElementKind;
import dev.tendon.nn.Ops;
import dev.tendon.nn.Reduction;
import dev.tendon.nn.Shape;
import dev.tendon.nn.Unary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records operations as nodes. Operators: onnx/onnx 1.17, {@code docs/Operators.md}, set 17. Owner thread: its creator's. */
class OnnxOps extends Ops<Value> {
    private final Graph graph;

    OnnxOps(Graph graph) {
        this.graph = graph;
    }

    @Override
    protected Value doConstant(Shape result, float[] values) {
        return graph.constant(values, result);
    }

    @Override
    protected Value doConstant(Shape result, long[] values) {
        return graph.constant(values, result);
    }

    @Override
    protected Value doMap(Shape result, Unary function, Value x) {
        return switch (function) {
            case NEGATE -> node("Neg", x);
            case ABSOLUTE -> node("Abs", x);
            case EXP -> node("Exp", x);
            case LOG -> node("Log", x);
            case SQRT -> node("Sqrt", x);
            case SIN -> node("Sin", x);
            case COS -> node("Cos", x);
            case TANH -> node("Tanh", x);
            case SIGMOID -> node("Sigmoid", x);
            case RELU -> node("Relu", x);
            case GELU -> gelu(x);
            case GELU_TANH -> geluTanh(x);
            case SILU -> multiply(x, node("Sigmoid", x));
            case MISH -> multiply(x, node("Tanh", node("Softplus", x)));
        };
    }

    /** Letter by letter the pattern that ONNX Runtime fuses. */
    private Value gelu(Value x) {
        Value erf = node("Erf", divide(x, scalar(Math.sqrt(2))));
        return multiply(multiply(x, add(erf, scalar(1))), scalar(0.5));
    }

    private Value geluTanh(Value x) {
        Value cubic = add(x, multiply(multiply(multiply(x, x), x), scalar(0.044715)));
        Value tanh = node("Tanh", multiply(cubic, scalar(Math.sqrt(2 / Math.PI))));
        return multiply(multiply(x, scalar(0.5)), add(tanh, scalar(1)));
    }

    @Override
    protected Value doCombine(Shape result, Binary function, Value a, Value b) {
        String operator =
                switch (function) {
                    case ADD -> "Add";
                    case SUBTRACT -> "Sub";
                    case MULTIPLY -> "Mul";
                    case DIVIDE -> "Div";
                    case MAXIMUM -> "Max";
                    case MINIMUM -> "Min";
                };
        return graph.node(operator, List.of(a, b), result, a.kind());
    }

    @Override
    protected Value doWhere(Shape result, Value condition, Value a, Value b) {
        return graph.node("Where", List.of(condition, a, b), result, a.kind());
    }

    @Override
    protected Value doCast(Shape result, Value x, ElementKind kind) {
        return graph.node("Cast", List.of(x), result, kind, new Attribute.Whole("to", Graph.code(kind)));
    }

    @Override
    protected Value doMatmul(Shape result, Value a, Value b) {
        graph.counts(2 * result.elements() * a.shape().axis(-1));
        return floats("MatMul", List.of(a, b), result);
    }

    @Override
    protected Value doLinear(Shape result, Value x, Value weight, @Nullable Value bias) {
        Value product = matmul(x, permute(weight, 1, 0));
        return bias == null ? product : add(product, bias);
    }

    @Override
    protected Value doConv(Shape result, Value x, Value weight, @Nullable Value bias, ConvSettings settings) {
        graph.counts(2
                * result.elements()
                * (weight.shape().elements() / weight.shape().axis(0)));
        return floats("Conv", arguments(x, weight, bias), result, convolution(weight, settings));
    }

    @Override
    protected Value doConvTranspose(Shape result, Value x, Value weight, @Nullable Value bias, ConvSettings settings) {
        graph.counts(2
                * x.shape().elements()
                * (weight.shape().elements() / weight.shape().axis(0)));
        return floats("ConvTranspose", arguments(x, weight, bias), result, convolution(weight, settings));
    }

    private static List<Value> arguments(Value x, Value weight, @Nullable Value bias) {
        return bias == null ? List.of(x, weight) : List.of(x, weight, bias);
    }

    private static Attribute[] convolution(Value weight, ConvSettings settings) {
        long[] shape = weight.shape().toArray();
        long[] kernel = Arrays.copyOfRange(shape, 2, shape.length);
        List<Attribute> attributes = new ArrayList<>(moving(kernel, settings));
        attributes.add(new Attribute.Whole("group", settings.groups()));
        return attributes.toArray(Attribute[]::new);
    }

    private static List<Attribute> moving(long[] kernel, ConvSettings settings) {
        return List.of(
                new Attribute.Wholes("kernel_shape", kernel),
                new Attribute.Wholes("strides", repeat(settings.stride(), kernel.length)),
                new Attribute.Wholes("dilations", repeat(settings.dilation(), kernel.length)),
                new Attribute.Wholes("pads", repeat(settings.padding(), 2 * kernel.length)));
    }

    private static long[] repeat(long value, int times) {
        long[] values = new long[times];
        Arrays.fill(values, value);
        return values;
    }

    @Override
    protected Value doMaxPool(Shape result, Value x, int kernel, ConvSettings settings) {
        return floats(
                "MaxPool",
                List.of(x),
                result,
                moving(repeat(kernel, 2), settings).toArray(Attribute[]::new));
    }

    @Override
    protected Value doSoftmax(Shape result, Value x, int axis) {
        return floats("Softmax", List.of(x), result, new Attribute.Whole("axis", axis));
    }

    @Override
    protected Value doLayerNorm(Shape result, Value x, Value weight, Value bias, double epsilon) {
        return floats(
                "LayerNormalization",
                List.of(x, weight, bias),
                result,
                new Attribute.Whole("axis", -1),
                new Attribute.Decimal("epsilon", (float) epsilon));
    }

    /** As instances of one channel a group: the operator itself came with set 21. */
    @Override
    protected Value doGroupNorm(Shape result, Value x, int groups, Value weight, Value bias, double epsilon) {
        Value grouped = reshape(x, x.shape().axis(0), groups, -1);
        Value normalized = floats(
                "InstanceNormalization",
                List.of(grouped, full(1, groups), full(0, groups)),
                grouped.shape(),
                new Attribute.Decimal("epsilon", (float) epsilon));
        long[] channels = repeat(1, result.rank());
        channels[1] = result.axis(1);
        return add(multiply(reshape(normalized, result.toArray()), reshape(weight, channels)), reshape(bias, channels));
    }

    /** This engine only infers. */
    @Override
    protected Value doDropout(Shape result, Value x, double probability) {
        return x;
    }

    @Override
    protected Value doReshape(Shape result, Value x) {
        return graph.node("Reshape", List.of(x, whole(result.toArray())), result, x.kind());
    }

    @Override
    protected Value doPermute(Shape result, Value x, int[] order) {
        long[] permutation = Arrays.stream(order).asLongStream().toArray();
        return graph.node("Transpose", List.of(x), result, x.kind(), new Attribute.Wholes("perm", permutation));
    }

    @Override
    protected Value doExpand(Shape result, Value x) {
        return graph.node("Expand", List.of(x, whole(result.toArray())), result, x.kind());
    }

    @Override
    protected Value doConcat(Shape result, List<Value> parts, int axis) {
        return graph.node("Concat", parts, result, parts.get(0).kind(), new Attribute.Whole("axis", axis));
    }

    @Override
    protected Value doSlice(Shape result, Value x, int axis, long from, long to) {
        return graph.node("Slice", List.of(x, whole(from), whole(to), whole(axis)), result, x.kind());
    }

    @Override
    protected Value doGather(Shape result, Value x, int axis, Value indices) {
        return graph.node("Gather", List.of(x, indices), result, x.kind(), new Attribute.Whole("axis", axis));
    }

    @Override
    protected Value doReduce(Shape result, Reduction how, Value x, int[] axes) {
        long[] wide = Arrays.stream(axes).asLongStream().toArray();
        return switch (how) { // of the three only the sum takes its axes as an input in set 17
            case SUM -> floats("ReduceSum", List.of(x, whole(wide)), result);
            case MEAN -> floats("ReduceMean", List.of(x), result, new Attribute.Wholes("axes", wide));
            case MAXIMUM -> floats("ReduceMax", List.of(x), result, new Attribute.Wholes("axes", wide));
        };
    }

    private Value node(String operator, Value x) {
        return floats(operator, List.of(x), x.shape());
    }

    private Value floats(String operator, List<Value> arguments, Shape shape, Attribute... attributes) {
        return graph.node(operator, arguments, shape, ElementKind.FLOAT32, attributes);
    }

    private Value whole(long... values) {
        return graph.constant(values, Shape.of(values.length));
    }
}
