/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.onnx;

import dev.tendon.nn.Binary;
import dev.tendon.nn.ConvSettings;
import dev.tendon.nn.ElementKind;
import dev.tendon.nn.Shape;
import dev.tendon.nn.Unary;
import dev.tendon.nn.WeightSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records the products of a network in integers of 8 bits: those of linear layers with scales that are found anew in each run, convolutions
 * and the sums and maxima between them with scales that were found once, by {@link Ranges}. Without ranges it records the network in single
 * precision, and the lowest and highest number at each point as further outputs, {@link #LOWEST} and {@link #HIGHEST} with the point's number.
 *
 * <p>A convolution is not recorded at once, since a normalization, a scale or a rectifier may follow that becomes part of it. Owner thread:
 * its creator's.
 *
 * <p>Facts: onnxruntime 1.29, {@code core/optimizer/qdq_transformer/}: which patterns become integer kernels.
 */
final class Int8Ops extends OnnxOps {
    static final String LOWEST = "lowest#";
    static final String HIGHEST = "highest#";

    private static final int UINT8 = 2;
    private static final int INT8 = 3;
    private static final int INT32 = 6;

    /** Elements of a weight from which its product is worth the trouble. */
    private static final int WORTH_IT = 1 << 14;

    private final Graph graph;
    private final WeightSource weights;
    private final @Nullable Ranges ranges;
    private final int most;
    private final Map<String, float[]> parts = new HashMap<>();
    private final Map<String, Pending> pending = new HashMap<>();
    private final Map<String, Value> recorded = new HashMap<>();
    private final Map<String, Levels> levels = new HashMap<>();
    private final Map<String, Value> rounded = new HashMap<>();
    private int points;

    /** How a value is rounded: what a level is worth, and the level of zero. */
    private record Levels(Value scale, Value zero, float step) {}

    /** What is recorded once nothing more can become part of it: a convolution with its numbers, or a sum. */
    @SuppressWarnings("ArrayRecordComponent") // never handed out
    private record Pending(
            Shape shape,
            Value a,
            @Nullable Value b,
            Shape kernel,
            float[] weight,
            float[] bias,
            ConvSettings settings,
            boolean rectified) {
        Pending rectify() {
            return new Pending(shape, a, b, kernel, weight, bias, settings, true);
        }
    }

    /**
     * @param ranges null: they are to be found
     * @param most the greatest level of a weight: 127, or 63 where products of two bytes are summed in 16 bits
     */
    Int8Ops(Graph graph, WeightSource weights, @Nullable Ranges ranges, int most) {
        super(graph);
        this.graph = graph;
        this.weights = weights;
        this.ranges = ranges;
        this.most = most;
        graph.behind(this::record);
    }

    /** How many there were. */
    int points() {
        return points;
    }

    // ---- convolutions, and what becomes part of them

    @Override
    protected Value doConv(Shape result, Value x, Value weight, @Nullable Value bias, ConvSettings settings) {
        float[] numbers = numbers(weight);
        float[] added = bias == null ? new float[(int) result.axis(1)] : numbers(bias);
        if (result.rank() != 4 || numbers == null || added == null) {
            return super.doConv(result, x, weight, bias, settings);
        }
        return later(new Pending(result, x, null, weight.shape(), numbers, added, settings, false));
    }

    @Override
    protected Value doBatchNorm(
            Shape result, Value x, Value weight, Value bias, Value mean, Value variance, double epsilon) {
        Pending conv = pending.get(x.name());
        float[] w = numbers(weight);
        float[] b = numbers(bias);
        float[] m = numbers(mean);
        float[] v = numbers(variance);
        if (conv == null || conv.b() != null || conv.rectified() || w == null || b == null || m == null || v == null) {
            return super.doBatchNorm(result, x, weight, bias, mean, variance, epsilon);
        }
        float[] scaled = conv.weight().clone();
        float[] shifted = new float[w.length];
        int size = scaled.length / w.length;
        for (int channel = 0; channel < w.length; channel++) {
            float scale = (float) (w[channel] / Math.sqrt(v[channel] + epsilon));
            for (int i = channel * size; i < (channel + 1) * size; i++) {
                scaled[i] *= scale;
            }
            shifted[channel] = b[channel] + (conv.bias()[channel] - m[channel]) * scale;
        }
        return later(new Pending(result, conv.a(), null, conv.kernel(), scaled, shifted, conv.settings(), false));
    }

    @Override
    protected Value doMap(Shape result, Unary function, Value x) {
        Pending before = pending.get(x.name());
        return function == Unary.RELU && before != null && !before.rectified()
                ? later(before.rectify())
                : super.doMap(result, function, x);
    }

    @Override
    protected Value doCombine(Shape result, Binary function, Value a, Value b) {
        boolean sum = function == Binary.ADD && a.shape().equals(b.shape()) && integer(a) && integer(b);
        return sum
                ? later(new Pending(result, a, b, result, new float[0], new float[0], ConvSettings.plain(), false))
                : super.doCombine(result, function, a, b);
    }

    private boolean integer(Value value) {
        return pending.containsKey(value.name())
                || levels.containsKey(record(value).name());
    }

    @Override
    protected Value doMaxPool(Shape result, Value x, int kernel, ConvSettings settings) {
        Value real = record(x);
        Value pooled = super.doMaxPool(result, real, kernel, settings);
        Levels same = levels.get(real.name());
        return same == null ? pooled : round(pooled, same);
    }

    @Override
    protected Value doSlice(Shape result, Value x, int axis, long from, long to) {
        Value part = super.doSlice(result, x, axis, from, to);
        float[] numbers = axis == 0 ? numbers(x) : null;
        if (numbers != null) {
            int row = numbers.length / (int) x.shape().axis(0);
            parts.put(part.name(), Arrays.copyOfRange(numbers, (int) from * row, (int) to * row));
        }
        return part;
    }

    @Override
    protected Value doLinear(Shape result, Value x, Value weight, @Nullable Value bias) {
        float[] numbers = numbers(weight);
        if (ranges == null || numbers == null || numbers.length < WORTH_IT) {
            return super.doLinear(result, x, weight, bias);
        }
        int out = (int) weight.shape().axis(0);
        graph.counts(2 * result.elements() * weight.shape().axis(1));
        Numbers.Rows rows = Numbers.rounded(numbers, out, most);
        Value columns = graph.stored(
                INT8, Shape.of(weight.shape().axis(1), out), Numbers.direct(Numbers.turned(rows.levels(), out)));
        List<String> parts = graph.nodes("DynamicQuantizeLinear", List.of(x), 3);
        Value integers = new Value(parts.get(0), x.shape(), ElementKind.FLOAT32, x.label());
        Value step = new Value(parts.get(1), Shape.of(), ElementKind.FLOAT32, "step");
        Value zero = new Value(parts.get(2), Shape.of(), ElementKind.FLOAT32, "zero");
        Value product = graph.node("MatMulInteger", List.of(integers, columns, zero), result, ElementKind.FLOAT32);
        Value steps = graph.node(
                "Mul", List.of(step, graph.constant(rows.scales(), Shape.of(out))), Shape.of(out), ElementKind.FLOAT32);
        Value scaled = graph.node(
                "Mul", List.of(super.doCast(result, product, ElementKind.FLOAT32), steps), result, ElementKind.FLOAT32);
        return bias == null ? scaled : super.doCombine(result, Binary.ADD, scaled, bias);
    }

    /** The numbers of a parameter, or of some of its rows; null where {@code value} is neither. */
    private float @Nullable [] numbers(Value value) {
        float[] part = parts.get(value.name());
        if (part != null || !graph.isWeight(value.name())) {
            return part;
        }
        try {
            FloatBuffer buffer = weights.float32(value.name())
                    .duplicate()
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer();
            float[] all = new float[buffer.remaining()];
            buffer.get(all);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private Value later(Pending what) {
        Value value = new Value("later_" + pending.size(), what.shape(), ElementKind.FLOAT32, "result of Conv");
        pending.put(value.name(), what);
        return value;
    }

    // ---- recording

    /** What stands for {@code value} in the graph; what was put off is recorded now. */
    private Value record(Value value) {
        Pending what = pending.get(value.name());
        if (what == null) {
            return value;
        }
        Value known = recorded.get(value.name());
        if (known == null) {
            known = what.b() == null ? recordConv(what) : recordSum(what, what.b());
            recorded.put(value.name(), known);
        }
        return known;
    }

    private Value recordConv(Pending conv) {
        Value x = asLevels(conv.a());
        int channels = conv.bias().length;
        if (ranges == null) {
            Value weight = graph.stored(1, conv.kernel(), Numbers.direct(conv.weight()));
            Value bias = graph.constant(conv.bias(), Shape.of(channels));
            Value y = super.doConv(conv.shape(), x, weight, bias, conv.settings());
            return point(conv.rectified() ? super.doMap(conv.shape(), Unary.RELU, y) : y);
        }
        Numbers.Rows rows = Numbers.rounded(conv.weight(), channels, most);
        Value integers = graph.stored(INT8, conv.kernel(), Numbers.direct(rows.levels()));
        Value weight = graph.node(
                "DequantizeLinear",
                List.of(
                        integers,
                        graph.constant(rows.scales(), Shape.of(channels)),
                        graph.constant(new byte[channels], INT8, Shape.of(channels))),
                conv.kernel(),
                ElementKind.FLOAT32,
                new Attribute.Whole("axis", 0));
        Levels rounding = levels.get(x.name());
        if (rounding == null) {
            throw new IllegalStateException(x.label() + " was not rounded");
        }
        Value bias = bias(conv.bias(), rows.scales(), rounding.step());
        return point(super.doConv(conv.shape(), x, weight, bias, conv.settings()));
    }

    /** Integers of 32 bits, which the sums of products are. */
    private Value bias(float[] bias, float[] rows, float step) {
        int[] whole = new int[bias.length];
        float[] steps = new float[bias.length];
        for (int i = 0; i < bias.length; i++) {
            steps[i] = rows[i] * step;
            whole[i] = (int) Math.rint(bias[i] / (double) steps[i]); // the cast keeps to the range of an int
        }
        Shape shape = Shape.of(bias.length);
        return graph.node(
                "DequantizeLinear",
                List.of(
                        graph.constant(Numbers.littleEndian(whole), INT32, shape),
                        graph.constant(steps, shape),
                        graph.constant(Numbers.littleEndian(new int[bias.length]), INT32, shape)),
                shape,
                ElementKind.FLOAT32,
                new Attribute.Whole("axis", 0));
    }

    private Value recordSum(Pending sum, Value other) {
        Value a = asLevels(sum.a());
        Value b = asLevels(other);
        Value y = super.doCombine(sum.shape(), Binary.ADD, a, b);
        return point(ranges == null && sum.rectified() ? super.doMap(sum.shape(), Unary.RELU, y) : y);
    }

    /** {@code value} in the graph, rounded. */
    private Value asLevels(Value value) {
        Value real = record(value);
        if (levels.containsKey(real.name())) {
            return real;
        }
        Value known = rounded.get(real.name());
        if (known == null) {
            known = point(real);
            rounded.put(real.name(), known);
        }
        return known;
    }

    /** A point where numbers become integers: what goes on from there. A rectifier is part of it, since its range begins at zero. */
    private Value point(Value value) {
        int number = points++;
        if (ranges == null) {
            graph.output(LOWEST + number, extreme("ReduceMin", value));
            graph.output(HIGHEST + number, extreme("ReduceMax", value));
            return round(value, new Levels(value, value, 1));
        }
        return round(
                value,
                new Levels(
                        graph.constant(new float[] {ranges.scale(number)}, Shape.of()),
                        graph.constant(new byte[] {(byte) ranges.zero(number)}, UINT8, Shape.of()),
                        ranges.scale(number)));
    }

    private Value extreme(String operator, Value value) {
        long[] ones = new long[value.shape().rank()];
        Arrays.fill(ones, 1);
        return graph.node(operator, List.of(value), Shape.of(ones), ElementKind.FLOAT32);
    }

    private Value round(Value value, Levels how) {
        Value result = value;
        if (ranges != null) {
            Value integers = graph.node(
                    "QuantizeLinear", List.of(value, how.scale(), how.zero()), value.shape(), ElementKind.FLOAT32);
            result = graph.node(
                    "DequantizeLinear", List.of(integers, how.scale(), how.zero()), value.shape(), ElementKind.FLOAT32);
        }
        levels.put(result.name(), how);
        return result;
    }
}
