/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.djl;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import dev.tendon.nn.ElementKind;
import dev.tendon.nn.Port;
import dev.tendon.nn.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Shapes and kinds in DJL's terms, and arrays whose memory Java sees. */
final class Native {
    private Native() {}

    static ai.djl.ndarray.types.Shape shape(Shape shape) {
        return new ai.djl.ndarray.types.Shape(shape.toArray());
    }

    static ai.djl.ndarray.types.Shape repeat(long value, int axes) {
        long[] values = new long[axes];
        Arrays.fill(values, value);
        return new ai.djl.ndarray.types.Shape(values);
    }

    static DataType type(ElementKind kind) {
        return switch (kind) {
            case FLOAT32 -> DataType.FLOAT32;
            case INT64 -> DataType.INT64;
            case BOOL -> DataType.BOOLEAN;
        };
    }

    /** An array whose memory is PyTorch's, not filled: it lives as long as anything in PyTorch refers to it. */
    static PtNDArray empty(PtNDManager manager, Shape shape, ElementKind kind) {
        return JniUtils.createEmptyNdArray(manager, shape(shape), type(kind), manager.getDevice(), SparseFormat.DENSE);
    }

    /** The array's own memory if it is contiguous, else a copy that lives as long as the array's manager. */
    static ByteBuffer bytes(PtNDArray array) {
        return JniUtils.getByteBuffer(array, true);
    }

    /** Memory for what {@code port} takes or gives. */
    static ByteBuffer allocate(Port port) {
        int bytes = Math.toIntExact(Math.multiplyExact(
                port.shape().elements(), (long) type(port.kind()).getNumOfBytes()));
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }
}
