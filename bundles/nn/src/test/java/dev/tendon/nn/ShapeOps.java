/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An engine that computes shapes and nothing else. */
final class ShapeOps extends Ops<ShapeOps.Known> {
    record Known(Shape shape, ElementKind kind, String label) implements Tensor {}

    static Known floats(String label, long... shape) {
        return new Known(Shape.of(shape), ElementKind.FLOAT32, label);
    }

    static Known of(ElementKind kind, String label, long... shape) {
        return new Known(Shape.of(shape), kind, label);
    }

    private static Known floats(Shape shape) {
        return new Known(shape, ElementKind.FLOAT32, "result");
    }

    @Override
    protected Known doConstant(Shape result, float[] values) {
        return floats(result);
    }

    @Override
    protected Known doConstant(Shape result, long[] values) {
        return new Known(result, ElementKind.INT64, "constant");
    }

    @Override
    protected Known doMap(Shape result, Unary function, Known x) {
        return floats(result);
    }

    @Override
    protected Known doCombine(Shape result, Binary function, Known a, Known b) {
        return new Known(result, a.kind(), "result");
    }

    @Override
    protected Known doWhere(Shape result, Known condition, Known a, Known b) {
        return new Known(result, a.kind(), "result");
    }

    @Override
    protected Known doCast(Shape result, Known x, ElementKind kind) {
        return new Known(result, kind, "result");
    }

    @Override
    protected Known doMatmul(Shape result, Known a, Known b) {
        return floats(result);
    }

    @Override
    protected Known doLinear(Shape result, Known x, Known weight, @Nullable Known bias) {
        return floats(result);
    }

    @Override
    protected Known doConv(Shape result, Known x, Known weight, @Nullable Known bias, ConvSettings settings) {
        return floats(result);
    }

    @Override
    protected Known doConvTranspose(Shape result, Known x, Known weight, @Nullable Known bias, ConvSettings settings) {
        return floats(result);
    }

    @Override
    protected Known doMaxPool(Shape result, Known x, int kernel, ConvSettings settings) {
        return floats(result);
    }

    @Override
    protected Known doSoftmax(Shape result, Known x, int axis) {
        return floats(result);
    }

    @Override
    protected Known doLayerNorm(Shape result, Known x, Known weight, Known bias, double epsilon) {
        return floats(result);
    }

    @Override
    protected Known doGroupNorm(Shape result, Known x, int groups, Known weight, Known bias, double epsilon) {
        return floats(result);
    }

    @Override
    protected Known doDropout(Shape result, Known x, double probability) {
        return floats(result);
    }

    @Override
    protected Known doReshape(Shape result, Known x) {
        return new Known(result, x.kind(), "result");
    }

    @Override
    protected Known doPermute(Shape result, Known x, int[] order) {
        return new Known(result, x.kind(), "result");
    }

    @Override
    protected Known doExpand(Shape result, Known x) {
        return new Known(result, x.kind(), "result");
    }

    @Override
    protected Known doConcat(Shape result, List<Known> parts, int axis) {
        return new Known(result, parts.get(0).kind(), "result");
    }

    @Override
    protected Known doSlice(Shape result, Known x, int axis, long from, long to) {
        return new Known(result, x.kind(), "result");
    }

    @Override
    protected Known doGather(Shape result, Known x, int axis, Known indices) {
        return new Known(result, x.kind(), "result");
    }

    @Override
    protected Known doReduce(Shape result, Reduction how, Known x, int[] axes) {
        return floats(result);
    }
}
