/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Layers with parameters, by the names and rules of PyTorch's modules (2.7, {@code torch/nn/modules}), so that LeRobot's checkpoints
 * fit. Thread: its engine's.
 *
 * @param <T> the engine's tensors
 */
public final class Layers<T extends Tensor> {
    /** PyTorch's default for layer and group normalization. */
    public static final double EPSILON = 1e-5;

    private final Ops<T> nn;

    public Layers(Ops<T> nn) {
        this.nn = nn;
    }

    /** {@code Linear}: {@code weight} [out, in] and {@code bias} [out], along the last axis. */
    public T linear(Parameters<T> own, T x, long out) {
        long in = x.shape().axis(-1);
        return nn.linear(x, own.get("weight", Init.fanIn(in), out, in), own.get("bias", Init.fanIn(in), out));
    }

    /** {@code LayerNorm} over the last axis: {@code weight} and {@code bias}. */
    public T layerNorm(Parameters<T> own, T x) {
        long size = x.shape().axis(-1);
        return nn.layerNorm(x, own.get("weight", Init.ONES, size), own.get("bias", Init.ZEROS, size), EPSILON);
    }

    /** {@code GroupNorm} of [batch, channels, …]: {@code weight} and {@code bias}. */
    public T groupNorm(Parameters<T> own, T x, int groups) {
        long channels = x.shape().axis(1);
        return nn.groupNorm(
                x, groups, own.get("weight", Init.ONES, channels), own.get("bias", Init.ZEROS, channels), EPSILON);
    }

    /** {@code Conv1d} or {@code Conv2d} with a square kernel: {@code weight}, and {@code bias} if there is one. */
    public T conv(Parameters<T> own, T x, long out, int kernel, ConvSettings settings, boolean bias) {
        long[] shape = x.shape().toArray();
        Arrays.fill(shape, kernel);
        shape[0] = out;
        shape[1] = x.shape().axis(1) / settings.groups();
        Init init = Init.fanIn(Shape.of(shape).elements() / Math.max(1, out));
        return nn.conv(x, own.get("weight", init, shape), bias ? own.get("bias", init, out) : null, settings);
    }

    /** torchvision's {@code FrozenBatchNorm2d} of [batch, channels, height, width]: a scale and shift that training leaves alone. */
    public T frozenBatchNorm(Parameters<T> own, T x, double epsilon) {
        long channels = x.shape().axis(1);
        T weight = own.buffer("weight", Init.ONES, channels);
        T bias = own.buffer("bias", Init.ZEROS, channels);
        T mean = own.buffer("running_mean", Init.ZEROS, channels);
        T variance = own.buffer("running_var", Init.ONES, channels);
        return nn.batchNorm(x, weight, bias, mean, variance, epsilon);
    }

    /** {@code Embedding}: the rows of {@code weight} [rows, size] that {@code indices} names; all of them where it is null. */
    public T embedding(Parameters<T> own, long rows, long size, @Nullable T indices) {
        T table = own.get("weight", new Init.Normal(1), rows, size);
        return indices == null ? table : nn.gather(table, 0, indices);
    }

    /**
     * {@code MultiheadAttention}, batch first, query, key and value of one width: {@code in_proj_weight} [3 · width, width],
     * {@code in_proj_bias}, {@code out_proj.weight} and {@code out_proj.bias}.
     *
     * @param query [batch, queries, width]
     * @param key [batch, keys, width]
     * @param value [batch, keys, width]
     * @param mask added to the scores, repeated to [batch, heads, queries, keys]; null for none
     * @param dropout probability of dropping an attention weight while training
     */
    public T multiHeadAttention(
            Parameters<T> own, T query, T key, T value, int heads, @Nullable T mask, double dropout) {
        long width = query.shape().axis(-1);
        if (width % heads != 0) {
            throw new NetworkException(
                    "attention: " + heads + " heads do not share " + query.label() + " " + query.shape());
        }
        T weight = own.get("in_proj_weight", Init.xavier(width, 3 * width), 3 * width, width);
        T bias = own.get("in_proj_bias", Init.ZEROS, 3 * width);
        List<T> projected = new ArrayList<>();
        for (T part : List.of(query, key, value)) {
            long from = projected.size() * width;
            projected.add(split(
                    nn.linear(part, nn.slice(weight, 0, from, from + width), nn.slice(bias, 0, from, from + width)),
                    heads));
        }
        T attended = attend(projected, mask, dropout, 1 / Math.sqrt((double) width / heads));
        T merged = nn.reshape(nn.permute(attended, 0, 2, 1, 3), query.shape().toArray());
        Parameters<T> out = own.in("out_proj");
        return nn.linear(
                merged, out.get("weight", Init.fanIn(width), width, width), out.get("bias", Init.ZEROS, width));
    }

    private T attend(List<T> projected, @Nullable T mask, double dropout, double scale) {
        if (dropout == 0) {
            return nn.attention(projected.get(0), projected.get(1), projected.get(2), mask, scale);
        }
        T scores = nn.multiply(nn.matmul(projected.get(0), nn.permute(projected.get(1), 0, 1, 3, 2)), scale);
        T weights = nn.softmax(mask == null ? scores : nn.add(scores, mask), -1);
        return nn.matmul(nn.dropout(weights, dropout), projected.get(2));
    }

    /** [batch, tokens, width] to [batch, heads, tokens, width / heads]. */
    private T split(T x, int heads) {
        return nn.permute(nn.reshape(x, x.shape().axis(0), x.shape().axis(1), heads, -1), 0, 2, 1, 3);
    }

    /** Root-mean-square normalization over the last axis with a learned scale {@code weight}. */
    public T rmsNorm(Parameters<T> own, T x, double epsilon) {
        T meanSquare = nn.mean(nn.multiply(x, x), -1);
        T normalized = nn.divide(x, nn.map(Unary.SQRT, nn.add(meanSquare, nn.scalar(epsilon))));
        return nn.multiply(normalized, own.get("weight", Init.ONES, x.shape().axis(-1)));
    }
}
