/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import dev.tendon.nn.NetworkException;
import dev.tendon.nn.Ops;
import dev.tendon.nn.Shape;
import dev.tendon.nn.Tensor;
import java.util.List;

/**
 * A straight line between a feature's own numbers and the network's: normalised = (own - low) / span · factor + offset. In single
 * precision and in LeRobot's order of operations, so that results agree to the last digits.
 *
 * @param shape of the statistics: [elements] or, of a picture, [channels, 1, 1]
 * @param low subtracted
 * @param span divided by, never zero
 * @param back multiplied by on the way back; differs from span where LeRobot keeps a small number out of it
 * @param centred whether what comes of it lies around 0 (a mean) and not from 0 to 1, which becomes -1 to 1
 */
@SuppressWarnings("ArrayRecordComponent") // never handed out
record Scale(Shape shape, float[] low, float[] span, float[] back, boolean centred) {
    <T extends Tensor> T normalize(Ops<T> nn, T x) {
        check(x);
        T moved = nn.divide(nn.subtract(x, table(nn, low)), table(nn, span));
        return centred ? moved : nn.subtract(nn.multiply(moved, 2), nn.scalar(1));
    }

    <T extends Tensor> T unnormalize(Ops<T> nn, T x) {
        check(x);
        T moved = centred ? x : nn.multiply(nn.add(x, nn.scalar(1)), 0.5);
        return nn.add(nn.multiply(moved, table(nn, back)), table(nn, low));
    }

    /** Brings a number to the network's scale: element {@code index} of a feature, or a number of channel {@code index} of a picture. */
    float normalize(int index, float x) {
        float moved = (x - low[index]) / span[index];
        return centred ? moved : moved * 2 - 1;
    }

    /** The numbers that come to lie from -1 to 1. */
    ValueRange usual() {
        float[] from = new float[low.length];
        float[] to = new float[low.length];
        for (int i = 0; i < low.length; i++) {
            from[i] = centred ? low[i] - back[i] : low[i];
            to[i] = low[i] + back[i];
        }
        return new ValueRange(from, to);
    }

    /** Whether it is for features of {@code axes}. */
    boolean fits(List<Integer> axes) {
        int first = axes.size() - shape.rank();
        return first >= 0 && (first >= axes.size() || axes.get(first) == shape.axis(0));
    }

    private <T extends Tensor> T table(Ops<T> nn, float[] values) {
        return nn.constant(values, shape.toArray());
    }

    private void check(Tensor x) {
        int axis = x.shape().rank() - shape.rank();
        if (axis < 0 || x.shape().axis(axis) != shape.axis(0)) {
            throw new NetworkException(
                    "normalization: statistics " + shape + " do not fit " + x.label() + " " + x.shape());
        }
    }
}
