/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import dev.tendon.nn.Layers;
import dev.tendon.nn.Ops;
import dev.tendon.nn.Parameters;
import dev.tendon.nn.Tensor;
import org.jspecify.annotations.Nullable;

/** ACT's encoder and decoder, batch first, with LeRobot's parameter names: 0.6, {@code policies/act/modeling_act.py}. */
final class Transformer<T extends Tensor> {
    private final Ops<T> nn;
    private final Layers<T> layers;
    private final ActShape shape;

    Transformer(Ops<T> nn, ActShape shape) {
        this.nn = nn;
        this.layers = new Layers<>(nn);
        this.shape = shape;
    }

    /**
     * Encodes tokens [batch, tokens, width].
     *
     * @param places added to queries and keys, repeated to the tokens' shape
     * @param mask added to the attention's scores; null for none
     */
    T encode(Parameters<T> own, int count, T tokens, T places, @Nullable T mask) {
        T x = tokens;
        for (int i = 0; i < count; i++) {
            x = layer(own.in("layers").in(i), x, x.shape().axis(1), places, mask);
        }
        return outermost(own, x);
    }

    /** The first token of what {@link #encode} gives, [batch, 1, width]: the last layer asks for no other. */
    T encodeFirst(Parameters<T> own, int count, T tokens, T places, @Nullable T mask) {
        T x = tokens;
        for (int i = 0; i < count; i++) {
            x = layer(own.in("layers").in(i), x, i < count - 1 ? x.shape().axis(1) : 1, places, mask);
        }
        return outermost(own, nn.slice(x, 1, 0, 1));
    }

    /** What a layer of the encoder makes of the first {@code wanted} tokens. */
    private T layer(Parameters<T> layer, T x, long wanted, T places, @Nullable T mask) {
        T normed = shape.preNorm() ? layers.layerNorm(layer.in("norm1"), x) : x;
        T placed = nn.add(normed, places);
        T attended = attention(layer.in("self_attn"), nn.slice(placed, 1, 0, wanted), placed, normed, mask);
        T sum = nn.add(nn.slice(x, 1, 0, wanted), nn.dropout(attended, shape.dropout()));
        return feedForward(layer, sum, "norm1", "norm2");
    }

    private T outermost(Parameters<T> own, T x) {
        return shape.preNorm() ? layers.layerNorm(own.in("norm"), x) : x;
    }

    /**
     * Decodes queries that begin as zeros [batch, queries, width].
     *
     * @param places added to queries
     * @param memory what was encoded
     * @param memoryPlaces added to the memory where it is a key
     */
    T decode(Parameters<T> own, T zeros, T places, T memory, T memoryPlaces) {
        T x = zeros;
        T keys = nn.add(memory, memoryPlaces);
        for (int i = 0; i < shape.decoderLayers(); i++) {
            Parameters<T> layer = own.in("layers").in(i);
            T normed = shape.preNorm() ? layers.layerNorm(layer.in("norm1"), x) : x;
            T placed = nn.add(normed, places);
            x = nn.add(x, nn.dropout(attention(layer.in("self_attn"), placed, placed, normed, null), shape.dropout()));
            T skip = shape.preNorm() ? x : layers.layerNorm(layer.in("norm1"), x);
            T query = shape.preNorm() ? layers.layerNorm(layer.in("norm2"), x) : skip;
            T looked = attention(layer.in("multihead_attn"), nn.add(query, places), keys, memory, null);
            x = nn.add(skip, nn.dropout(looked, shape.dropout()));
            x = feedForward(layer, x, "norm2", "norm3");
        }
        return layers.layerNorm(own.in("norm"), x);
    }

    /** Feed-forward with the normalizations around it: before and inside, or before and after, as the network has it. */
    private T feedForward(Parameters<T> layer, T x, String before, String after) {
        T skip = shape.preNorm() ? x : layers.layerNorm(layer.in(before), x);
        T y = shape.preNorm() ? layers.layerNorm(layer.in(after), x) : skip;
        y = nn.map(shape.activation(), layers.linear(layer.in("linear1"), y, shape.feedForward()));
        y = layers.linear(layer.in("linear2"), nn.dropout(y, shape.dropout()), shape.width());
        T sum = nn.add(skip, nn.dropout(y, shape.dropout()));
        return shape.preNorm() ? sum : layers.layerNorm(layer.in(after), sum);
    }

    private T attention(Parameters<T> own, T query, T key, T value, @Nullable T mask) {
        return layers.multiHeadAttention(own, query, key, value, shape.heads(), mask, shape.dropout());
    }
}
