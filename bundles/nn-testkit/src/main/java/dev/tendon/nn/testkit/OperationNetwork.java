/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.testkit;

import dev.tendon.nn.Binary;
import dev.tendon.nn.ConvSettings;
import dev.tendon.nn.ElementKind;
import dev.tendon.nn.Init;
import dev.tendon.nn.Layers;
import dev.tendon.nn.Network;
import dev.tendon.nn.Ops;
import dev.tendon.nn.Parameters;
import dev.tendon.nn.Reduction;
import dev.tendon.nn.Tensor;
import dev.tendon.nn.Unary;
import java.util.List;
import java.util.Map;

/** A network of one operation. */
record OperationNetwork(String operation) implements Network {
    private static final ConvSettings PLAIN = ConvSettings.plain();

    @Override
    public <T extends Tensor> Map<String, T> apply(Ops<T> nn, Parameters<T> parameters, Map<String, T> in) {
        String family = operation.replaceAll("\\..*", "");
        String member = operation.substring(operation.indexOf('.') + 1);
        T result =
                switch (family) {
                    case "map" -> nn.map(Unary.valueOf(member), in.get("x"));
                    case "combine" -> nn.combine(Binary.valueOf(member), in.get("a"), in.get("b"));
                    case "reduce" -> reduce(nn, Reduction.valueOf(member), in.get("x"));
                    case "layers" -> layer(member, new Layers<>(nn), nn, parameters, in);
                    default -> single(nn, parameters, in);
                };
        return Map.of("y", result);
    }

    private <T extends Tensor> T single(Ops<T> nn, Parameters<T> own, Map<String, T> in) {
        return switch (operation) {
            case "where" -> nn.where(in.get("condition"), in.get("a"), in.get("b"));
            case "cast" -> nn.cast(in.get("x"), ElementKind.FLOAT32);
            case "full" -> nn.full(1.5, 2, 3);
            case "matmul", "matmul.batched" -> nn.matmul(in.get("a"), in.get("b"));
            case "linear" -> nn.linear(in.get("x"), weight(own, 5, 4), bias(own, 5));
            case "linear.plain" -> nn.linear(in.get("x"), weight(own, 5, 4), null);
            case "conv2d.strided" -> nn.conv(
                    in.get("x"), weight(own, 4, 3, 7, 7), null, PLAIN.stride(2).padding(3));
            case "conv2d.dilated" -> nn.conv(
                    in.get("x"),
                    weight(own, 6, 2, 3, 3),
                    bias(own, 6),
                    PLAIN.padding(2).dilation(2).groups(2));
            case "conv1d" -> nn.conv(in.get("x"), weight(own, 4, 3, 5), bias(own, 4), PLAIN.padding(2));
            case "convTranspose1d" -> nn.convTranspose(
                    in.get("x"),
                    weight(own, 4, 3, 4),
                    bias(own, 3),
                    PLAIN.stride(2).padding(1));
            case "convTranspose2d" -> nn.convTranspose(
                    in.get("x"),
                    weight(own, 2, 3, 3, 3),
                    bias(own, 3),
                    PLAIN.stride(2).padding(1));
            case "maxPool" -> nn.maxPool(in.get("x"), 3, PLAIN.stride(2).padding(1));
            case "attention", "attention.masked" -> nn.attention(
                    in.get("query"), in.get("key"), in.get("value"), in.get("mask"), 0.4);
            case "softmax" -> nn.softmax(in.get("x"), 1);
            case "layerNorm" -> nn.layerNorm(in.get("x"), weight(own, 4), bias(own, 4), 1e-5);
            case "groupNorm1d" -> nn.groupNorm(in.get("x"), 3, weight(own, 6), bias(own, 6), 1e-5);
            case "groupNorm2d" -> nn.groupNorm(in.get("x"), 2, weight(own, 6), bias(own, 6), 1e-5);
            case "reshape" -> nn.reshape(in.get("x"), 4, -1);
            case "permute" -> nn.permute(in.get("x"), 2, 0, 1);
            case "expand" -> nn.expand(in.get("x"), 2, 3, 4);
            case "concat" -> nn.concat(List.of(in.get("a"), in.get("b")), 1);
            case "slice" -> nn.slice(in.get("x"), -1, 1, 3);
            case "gather" -> nn.gather(own.get("table", Init.ZEROS, 4, 3), 0, in.get("indices"));
            case "gather.inner" -> nn.gather(in.get("x"), 1, in.get("indices"));
            default -> throw new IllegalArgumentException("No such operation: " + operation);
        };
    }

    private static <T extends Tensor> T reduce(Ops<T> nn, Reduction how, T x) {
        return switch (how) {
            case SUM -> nn.reduce(how, x, 0, 2);
            case MEAN -> nn.reduce(how, x, -1);
            case MAXIMUM -> nn.reduce(how, x, 1);
        };
    }

    private static <T extends Tensor> T layer(
            String layer, Layers<T> layers, Ops<T> nn, Parameters<T> own, Map<String, T> in) {
        return switch (layer) {
            case "multiHeadAttention" -> layers.multiHeadAttention(
                    own, in.get("query"), in.get("key"), in.get("value"), 2, paddingMask(nn, in.get("pad")), 0);
            case "frozenBatchNorm" -> layers.frozenBatchNorm(own, in.get("x"), 1e-5);
            case "rmsNorm" -> layers.rmsNorm(own, in.get("x"), 1e-5);
            case "layerNorm" -> layers.layerNorm(own, in.get("x"));
            case "groupNorm" -> layers.groupNorm(own, in.get("x"), 3);
            case "conv1d" -> layers.conv(own, in.get("x"), 4, 3, PLAIN.padding(1), true);
            case "embedding" -> layers.embedding(own, 5, 3, in.get("indices"));
            case "linear" -> layers.linear(own, in.get("x"), 4);
            default -> throw new IllegalArgumentException("No such layer: " + layer);
        };
    }

    /** -∞ where a key is padding: [batch, keys] to [batch, 1, 1, keys]. */
    private static <T extends Tensor> T paddingMask(Ops<T> nn, T pad) {
        T mask = nn.where(pad, nn.scalar(Double.NEGATIVE_INFINITY), nn.scalar(0));
        return nn.reshape(mask, pad.shape().axis(0), 1, 1, pad.shape().axis(1));
    }

    private static <T extends Tensor> T weight(Parameters<T> own, long... shape) {
        return own.get("weight", Init.ONES, shape);
    }

    private static <T extends Tensor> T bias(Parameters<T> own, long... shape) {
        return own.get("bias", Init.ZEROS, shape);
    }
}
