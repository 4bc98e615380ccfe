/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What networks are written with: operations on an engine's tensors. Every operation checks its shapes before the engine sees
 * them, and throws {@link NetworkException} with the operation's name and its tensors' labels. Thread: its engine's.
 *
 * <p>An engine extends this class and carries out what the protected methods ask, which get the shape of their result.
 *
 * @param <T> the engine's tensors
 */
public abstract class Ops<T extends Tensor> {
    // ---- values that the network itself knows

    /** A tensor of these numbers, in row-major order. */
    public final T constant(float[] values, long... shape) {
        return doConstant(ShapeRules.constant(values.length, shape), values.clone());
    }

    /** A tensor of these whole numbers, in row-major order. */
    public final T constant(long[] values, long... shape) {
        return doConstant(ShapeRules.constant(values.length, shape), values.clone());
    }

    /** A single number. */
    public final T scalar(double value) {
        return constant(new float[] {(float) value});
    }

    /** A tensor that holds {@code value} everywhere. */
    public final T full(double value, long... shape) {
        return expand(scalar(value), shape);
    }

    // ---- element by element

    public final T map(Unary function, T x) {
        ShapeRules.kind(function.name(), ElementKind.FLOAT32, x);
        return doMap(x.shape(), function, x);
    }

    public final T combine(Binary function, T a, T b) {
        return doCombine(ShapeRules.broadcast(function.name(), a, b), function, a, b);
    }

    public final T add(T a, T b) {
        return combine(Binary.ADD, a, b);
    }

    public final T subtract(T a, T b) {
        return combine(Binary.SUBTRACT, a, b);
    }

    public final T multiply(T a, T b) {
        return combine(Binary.MULTIPLY, a, b);
    }

    public final T multiply(T a, double factor) {
        return combine(Binary.MULTIPLY, a, scalar(factor));
    }

    public final T divide(T a, T b) {
        return combine(Binary.DIVIDE, a, b);
    }

    public final T relu(T x) {
        return map(Unary.RELU, x);
    }

    /** {@code a} where {@code condition} holds, {@code b} elsewhere; all three are repeated to a common shape. */
    public final T where(T condition, T a, T b) {
        ShapeRules.kind("where", ElementKind.BOOL, condition);
        ShapeRules.sameKind("where", a, b);
        Shape shape = ShapeRules.broadcast(
                "where", condition.shape(), ShapeRules.broadcast("where", a.shape(), b.shape(), a, b), condition, a);
        return doWhere(shape, condition, a, b);
    }

    /** The same numbers as another kind; truth values become 0 and 1. */
    public final T cast(T x, ElementKind kind) {
        return x.kind() == kind ? x : doCast(x.shape(), x, kind);
    }

    // ---- products

    /** Matrix product of the last two axes; the axes before them are repeated to a common shape. */
    public final T matmul(T a, T b) {
        return doMatmul(ShapeRules.matmul(a, b), a, b);
    }

    /**
     * {@code x · weightᵀ + bias} along the last axis.
     *
     * @param weight [out, in], as PyTorch keeps it
     * @param bias [out]; null for none
     */
    public final T linear(T x, T weight, @Nullable T bias) {
        return doLinear(ShapeRules.linear(x, weight, bias), x, weight, bias);
    }

    /**
     * Convolution over one or two spatial axes.
     *
     * @param x [batch, channels, length] or [batch, channels, height, width]
     * @param weight [out, channels / groups, kernel…]
     * @param bias [out]; null for none
     */
    public final T conv(T x, T weight, @Nullable T bias, ConvSettings settings) {
        return doConv(ShapeRules.conv(x, weight, bias, settings), x, weight, bias, settings);
    }

    /** Transposed convolution; {@code weight} is [channels, out / groups, kernel…]. */
    public final T convTranspose(T x, T weight, @Nullable T bias, ConvSettings settings) {
        return doConvTranspose(ShapeRules.convTranspose(x, weight, bias, settings), x, weight, bias, settings);
    }

    /** The greatest number under a square window of {@code kernel} elements that moves over [batch, channels, height, width]. */
    public final T maxPool(T x, int kernel, ConvSettings settings) {
        return doMaxPool(ShapeRules.maxPool(x, kernel, settings), x, kernel, settings);
    }

    /**
     * Scaled dot-product attention: softmax(query · keyᵀ · scale + mask) · value.
     *
     * @param query [batch, heads, queries, size]
     * @param key [batch, heads, keys, size]
     * @param value [batch, heads, keys, size of a value]
     * @param mask added before the softmax, -∞ where a query must not look; repeated to [batch, heads, queries, keys]; null for none
     */
    public T attention(T query, T key, T value, @Nullable T mask, double scale) {
        T scores = multiply(matmul(query, permute(key, 0, 1, 3, 2)), scale);
        return matmul(softmax(mask == null ? scores : add(scores, mask), -1), value);
    }

    // ---- normalization

    /** eˣ divided by its sum along {@code axis}. */
    public final T softmax(T x, int axis) {
        ShapeRules.kind("softmax", ElementKind.FLOAT32, x);
        return doSoftmax(x.shape(), x, x.shape().index(axis));
    }

    /**
     * Layer normalization over the last axis.
     *
     * @param weight [size of the last axis]
     * @param bias the same
     */
    public final T layerNorm(T x, T weight, T bias, double epsilon) {
        ShapeRules.vectors("layerNorm", x, x.shape().axis(-1), weight, bias);
        return doLayerNorm(x.shape(), x, weight, bias, epsilon);
    }

    /**
     * Group normalization of [batch, channels, …].
     *
     * @param groups parts that the channels fall into
     * @param weight [channels]
     * @param bias [channels]
     */
    public final T groupNorm(T x, int groups, T weight, T bias, double epsilon) {
        ShapeRules.vectors("groupNorm", x, x.shape().axis(1), weight, bias);
        ShapeRules.divides("groupNorm", groups, x.shape().axis(1), x);
        return doGroupNorm(x.shape(), x, groups, weight, bias, epsilon);
    }

    /**
     * Batch normalization of [batch, channels, …] by statistics that are given: (x - mean) / √(variance + epsilon) · weight + bias.
     *
     * @param weight [channels], as bias, mean and variance
     */
    public final T batchNorm(T x, T weight, T bias, T mean, T variance, double epsilon) {
        long channels = x.shape().axis(1);
        ShapeRules.vectors("batchNorm", x, channels, weight, bias);
        ShapeRules.vectors("batchNorm", x, channels, mean, variance);
        return doBatchNorm(x.shape(), x, weight, bias, mean, variance, epsilon);
    }

    /** Zeroes elements with probability {@code probability} while training, and scales the others up; nothing otherwise. */
    public final T dropout(T x, double probability) {
        if (!(probability >= 0 && probability < 1)) {
            throw new NetworkException("dropout: a probability of " + probability + " is not from 0 to below 1");
        }
        return probability == 0 ? x : doDropout(x.shape(), x, probability);
    }

    // ---- shapes

    /** The same elements in another shape; one axis may be -1: what is left over. */
    public final T reshape(T x, long... shape) {
        return doReshape(ShapeRules.reshape(x, shape), x);
    }

    /** The axes in another order: axis {@code i} of the result is axis {@code order[i]} of {@code x}. */
    public final T permute(T x, int... order) {
        return doPermute(ShapeRules.permute(x, order), x, order.clone());
    }

    /** Repeats axes of one element, and adds axes at the front. */
    public final T expand(T x, long... shape) {
        Shape wanted = ShapeRules.expand(x, shape);
        return x.shape().equals(wanted) ? x : doExpand(wanted, x);
    }

    /** Tensors one behind the other along {@code axis}. */
    public final T concat(List<T> parts, int axis) {
        Shape shape = ShapeRules.concat(parts, axis);
        return parts.size() == 1 ? parts.get(0) : doConcat(shape, List.copyOf(parts), shape.index(axis));
    }

    /** The elements {@code from} to before {@code to} along {@code axis}. */
    public final T slice(T x, int axis, long from, long to) {
        Shape shape = ShapeRules.slice(x, axis, from, to);
        return shape.equals(x.shape()) ? x : doSlice(shape, x, x.shape().index(axis), from, to);
    }

    /** Along {@code axis}, the elements that {@code indices} names; the axis becomes the axes of {@code indices}. */
    public final T gather(T x, int axis, T indices) {
        return doGather(ShapeRules.gather(x, axis, indices), x, x.shape().index(axis), indices);
    }

    /** The elements along {@code axes} become one each; the axes stay, with one element. */
    public final T reduce(Reduction how, T x, int... axes) {
        ShapeRules.kind(how.name(), ElementKind.FLOAT32, x);
        int[] indices = Arrays.stream(axes).map(x.shape()::index).sorted().toArray();
        return doReduce(ShapeRules.reduce(x, indices), how, x, indices);
    }

    public final T mean(T x, int... axes) {
        return reduce(Reduction.MEAN, x, axes);
    }

    public final T sum(T x, int... axes) {
        return reduce(Reduction.SUM, x, axes);
    }

    // ---- what an engine carries out

    protected abstract T doConstant(Shape result, float[] values);

    protected abstract T doConstant(Shape result, long[] values);

    protected abstract T doMap(Shape result, Unary function, T x);

    protected abstract T doCombine(Shape result, Binary function, T a, T b);

    protected abstract T doWhere(Shape result, T condition, T a, T b);

    protected abstract T doCast(Shape result, T x, ElementKind kind);

    protected abstract T doMatmul(Shape result, T a, T b);

    protected abstract T doLinear(Shape result, T x, T weight, @Nullable T bias);

    protected abstract T doConv(Shape result, T x, T weight, @Nullable T bias, ConvSettings settings);

    protected abstract T doConvTranspose(Shape result, T x, T weight, @Nullable T bias, ConvSettings settings);

    protected abstract T doMaxPool(Shape result, T x, int kernel, ConvSettings settings);

    protected abstract T doSoftmax(Shape result, T x, int axis);

    protected abstract T doLayerNorm(Shape result, T x, T weight, T bias, double epsilon);

    protected abstract T doGroupNorm(Shape result, T x, int groups, T weight, T bias, double epsilon);

    /** As a scale and a shift, unless an engine knows better. */
    protected T doBatchNorm(Shape result, T x, T weight, T bias, T mean, T variance, double epsilon) {
        T scale = divide(weight, map(Unary.SQRT, add(variance, scalar(epsilon))));
        T shift = subtract(bias, multiply(mean, scale));
        long[] channels = new long[result.rank()];
        Arrays.fill(channels, 1);
        channels[1] = result.axis(1);
        return add(multiply(x, reshape(scale, channels)), reshape(shift, channels));
    }

    protected abstract T doDropout(Shape result, T x, double probability);

    protected abstract T doReshape(Shape result, T x);

    protected abstract T doPermute(Shape result, T x, int[] order);

    protected abstract T doExpand(Shape result, T x);

    protected abstract T doConcat(Shape result, List<T> parts, int axis);

    protected abstract T doSlice(Shape result, T x, int axis, long from, long to);

    protected abstract T doGather(Shape result, T x, int axis, T indices);

    protected abstract T doReduce(Shape result, Reduction how, T x, int[] axes);
}
