/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.djl;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.tendon.nn.Binary;
import dev.tendon.nn.ConvSettings;
import dev.tendon.nn.ElementKind;
import dev.tendon.nn.Ops;
import dev.tendon.nn.Reduction;
import dev.tendon.nn.Shape;
import dev.tendon.nn.Unary;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Carries operations out as they are asked for. DJL's {@link JniUtils} has most of them; what it lacks (it stands in {@link Scripts}) was
 * looked for in DJL 0.36, {@code ai_djl_pytorch_jni_PyTorchLibrary_*.cc}. Owner thread: its program's.
 */
final class DjlOps extends Ops<Value> {
    private final Run run;
    private final Scripts scripts;
    private final @Nullable Dropout dropout;

    /**
     * @param dropout what is dropped; null where nothing is
     */
    DjlOps(Run run, Scripts scripts, @Nullable Dropout dropout) {
        this.run = run;
        this.scripts = scripts;
        this.dropout = dropout;
    }

    @Override
    protected Value doConstant(Shape result, float[] values) {
        PtNDArray array = result.rank() == 0
                ? JniUtils.full(
                        run.manager(),
                        Native.shape(result),
                        values[0],
                        DataType.FLOAT32,
                        run.manager().getDevice(),
                        SparseFormat.DENSE)
                : Native.empty(run.manager(), result, ElementKind.FLOAT32);
        if (result.rank() > 0) {
            Native.bytes(array).asFloatBuffer().put(values);
        }
        return run.result(array, result, ElementKind.FLOAT32, "constant");
    }

    @Override
    protected Value doConstant(Shape result, long[] values) {
        PtNDArray array = Native.empty(run.manager(), result, ElementKind.INT64);
        Native.bytes(array).asLongBuffer().put(values);
        return run.result(array, result, ElementKind.INT64, "constant");
    }

    @Override
    protected Value doMap(Shape result, Unary function, Value x) {
        PtNDArray array = x.array();
        PtNDArray mapped =
                switch (function) {
                    case NEGATE -> JniUtils.neg(array);
                    case ABSOLUTE -> JniUtils.abs(array);
                    case EXP -> JniUtils.exp(array);
                    case LOG -> JniUtils.log(array);
                    case SQRT -> JniUtils.sqrt(array);
                    case SIN -> JniUtils.sin(array);
                    case COS -> JniUtils.cos(array);
                    case TANH -> JniUtils.tanh(array);
                    case SIGMOID -> JniUtils.sigmoid(array);
                    case RELU -> JniUtils.relu(array);
                    case GELU -> JniUtils.gelu(array);
                    case GELU_TANH -> scripts.run("torch.gelu(a, approximate=\"tanh\")", array);
                    case SILU -> scripts.run("torch.silu(a)", array);
                    case MISH -> scripts.run("torch.mish(a)", array);
                };
        return floats(mapped, result, function.name(), x);
    }

    @Override
    protected Value doCombine(Shape result, Binary function, Value a, Value b) {
        PtNDArray combined =
                switch (function) {
                    case ADD -> JniUtils.add(a.array(), b.array());
                    case SUBTRACT -> JniUtils.sub(a.array(), b.array());
                    case MULTIPLY -> JniUtils.mul(a.array(), b.array());
                    case DIVIDE -> a.kind() == ElementKind.INT64
                            ? scripts.run("torch.div(a, b, rounding_mode=\"trunc\")", a.array(), b.array())
                            : JniUtils.div(a.array(), b.array());
                    case MAXIMUM -> JniUtils.max(a.array(), b.array());
                    case MINIMUM -> JniUtils.min(a.array(), b.array());
                };
        return run.result(combined, result, a.kind(), function.name(), a, b);
    }

    @Override
    protected Value doWhere(Shape result, Value condition, Value a, Value b) {
        PtNDArray chosen = JniUtils.where(condition.array(), a.array(), b.array());
        return run.result(chosen, result, a.kind(), "where", condition, a, b);
    }

    @Override
    protected Value doCast(Shape result, Value x, ElementKind kind) {
        PtNDArray cast = JniUtils.to(x.array(), Native.type(kind), run.manager().getDevice());
        return run.result(cast, result, kind, "cast", x);
    }

    @Override
    protected Value doMatmul(Shape result, Value a, Value b) {
        return floats(JniUtils.matmul(a.array(), b.array()), result, "matmul", a, b);
    }

    @Override
    protected Value doLinear(Shape result, Value x, Value weight, @Nullable Value bias) {
        return floats(JniUtils.linear(x.array(), weight.array(), array(bias)), result, "linear", used(x, weight, bias));
    }

    @Override
    protected Value doConv(Shape result, Value x, Value weight, @Nullable Value bias, ConvSettings settings) {
        int axes = result.rank() - 2;
        PtNDArray convolved = JniUtils.convolution(
                axes == 2 ? channelsLast(x.array()) : x.array(),
                weight.array(),
                array(bias),
                Native.repeat(settings.stride(), axes),
                Native.repeat(settings.padding(), axes),
                Native.repeat(settings.dilation(), axes),
                settings.groups());
        return floats(convolved, result, "conv", used(x, weight, bias));
    }

    /** Pictures with the channels of a place side by side, which is how oneDNN convolves them; what follows keeps it so. */
    private PtNDArray channelsLast(PtNDArray pictures) {
        return scripts.run("torch.contiguous(a, memory_format=2)", pictures);
    }

    @Override
    protected Value doConvTranspose(Shape result, Value x, Value weight, @Nullable Value bias, ConvSettings settings) {
        int axes = result.rank() - 2;
        String moving = String.join(
                ", ",
                list(settings.stride(), axes),
                list(settings.padding(), axes),
                list(0, axes),
                Integer.toString(settings.groups()),
                list(settings.dilation(), axes));
        String call = "torch.conv_transpose" + axes + "d(a, b, ";
        PtNDArray spread = bias == null
                ? scripts.run(call + "None, " + moving + ")", x.array(), weight.array())
                : scripts.run(call + "c, " + moving + ")", x.array(), weight.array(), bias.array());
        return floats(spread, result, "convTranspose", used(x, weight, bias));
    }

    @Override
    protected Value doMaxPool(Shape result, Value x, int kernel, ConvSettings settings) {
        PtNDArray pooled = settings.dilation() == 1
                ? JniUtils.maxPool(
                        x.array(),
                        Native.repeat(kernel, 2),
                        Native.repeat(settings.stride(), 2),
                        Native.repeat(settings.padding(), 2),
                        false)
                : scripts.run(
                        "torch.max_pool2d(a, "
                                + String.join(
                                        ", ",
                                        list(kernel, 2),
                                        list(settings.stride(), 2),
                                        list(settings.padding(), 2),
                                        list(settings.dilation(), 2))
                                + ")",
                        x.array());
        return floats(pooled, result, "maxPool", x);
    }

    @Override
    protected Value doSoftmax(Shape result, Value x, int axis) {
        return floats(JniUtils.softmax(x.array(), axis, DataType.FLOAT32), result, "softmax", x);
    }

    @Override
    protected Value doLayerNorm(Shape result, Value x, Value weight, Value bias, double epsilon) {
        PtNDArray normalized =
                JniUtils.layerNorm(x.array(), Native.shape(weight.shape()), weight.array(), bias.array(), epsilon);
        return floats(normalized, result, "layerNorm", x, weight, bias);
    }

    @Override
    protected Value doGroupNorm(Shape result, Value x, int groups, Value weight, Value bias, double epsilon) {
        PtNDArray normalized = scripts.run(
                "torch.group_norm(a, " + groups + ", b, c, " + epsilon + ")", x.array(), weight.array(), bias.array());
        return floats(normalized, result, "groupNorm", x, weight, bias);
    }

    /** In one pass forward and one back. */
    @Override
    protected Value doBatchNorm(
            Shape result, Value x, Value weight, Value bias, Value mean, Value variance, double epsilon) {
        PtNDArray normalized = JniUtils.batchNorm(
                x.array(), mean.array(), variance.array(), weight.array(), bias.array(), false, 0, epsilon);
        return floats(normalized, result, "batchNorm", x, weight, bias, mean, variance);
    }

    @Override
    protected Value doDropout(Shape result, Value x, double probability) {
        if (dropout == null) {
            return x;
        }
        PtNDArray mask = Native.empty(run.manager(), result, ElementKind.FLOAT32);
        dropout.fill(Native.bytes(mask).asIntBuffer(), probability);
        Value kept = floats(mask, result, "dropout");
        return floats(JniUtils.mul(x.array(), mask), result, "dropout", x, kept);
    }

    @Override
    protected Value doReshape(Shape result, Value x) {
        return run.result(JniUtils.reshape(x.array(), result.toArray()), result, x.kind(), "reshape", x);
    }

    @Override
    protected Value doPermute(Shape result, Value x, int[] order) {
        long[] axes = Arrays.stream(order).asLongStream().toArray();
        return run.result(JniUtils.permute(x.array(), axes), result, x.kind(), "permute", x);
    }

    @Override
    protected Value doExpand(Shape result, Value x) {
        return run.result(JniUtils.broadcast(x.array(), Native.shape(result)), result, x.kind(), "expand", x);
    }

    @Override
    protected Value doConcat(Shape result, List<Value> parts, int axis) {
        PtNDArray[] arrays = parts.stream().map(Value::array).toArray(PtNDArray[]::new);
        return run.result(
                JniUtils.cat(arrays, axis), result, parts.get(0).kind(), "concat", parts.toArray(Value[]::new));
    }

    @Override
    protected Value doSlice(Shape result, Value x, int axis, long from, long to) {
        return run.result(JniUtils.slice(x.array(), axis, from, to, 1), result, x.kind(), "slice", x);
    }

    @Override
    protected Value doGather(Shape result, Value x, int axis, Value indices) {
        String shape = Arrays.toString(result.toArray());
        PtNDArray gathered = scripts.run(
                "torch.reshape(torch.index_select(a, " + axis + ", torch.reshape(b, [-1])), " + shape + ")",
                x.array(),
                indices.array());
        return run.result(gathered, result, x.kind(), "gather", x, indices);
    }

    @Override
    protected Value doReduce(Shape result, Reduction how, Value x, int[] axes) {
        String list = Arrays.toString(axes);
        PtNDArray reduced =
                switch (how) {
                    case SUM -> JniUtils.sum(
                            x.array(), Arrays.stream(axes).asLongStream().toArray(), true);
                    case MEAN -> scripts.run("torch.mean(a, " + list + ", True)", x.array());
                    case MAXIMUM -> scripts.run("torch.amax(a, " + list + ", True)", x.array());
                };
        return floats(reduced, result, how.name(), x);
    }

    private Value floats(PtNDArray array, Shape shape, String operation, Value... used) {
        return run.result(array, shape, ElementKind.FLOAT32, operation, used);
    }

    private static Value[] used(Value x, Value weight, @Nullable Value bias) {
        return bias == null ? new Value[] {x, weight} : new Value[] {x, weight, bias};
    }

    private static @Nullable PtNDArray array(@Nullable Value value) {
        return value == null ? null : value.array();
    }

    private static String list(long value, int times) {
        return LongStream.generate(() -> value)
                .limit(times)
                .mapToObj(Long::toString)
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
