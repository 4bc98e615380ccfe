/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import dev.tendon.nn.Shape;
import dev.tendon.nn.WeightSource;
import dev.tendon.safetensors.ElementType;
import dev.tendon.safetensors.SafeTensors;
import dev.tendon.safetensors.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The weights of a safetensors file, less those that are none. Immutable. Thread: any. */
final class FileWeights implements WeightSource {
    private final Map<String, Tensor> tensors;
    private final Optional<String> identity;

    private FileWeights(Map<String, Tensor> tensors, Optional<String> identity) {
        this.tensors = tensors;
        this.identity = identity;
    }

    /** All tensors of {@code file} but those named in {@code without}. */
    static FileWeights of(SafeTensors file, Set<String> without, Optional<String> identity) throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (String name : file.names()) {
            if (!without.contains(name)) {
                tensors.put(name, file.tensor(name));
            }
        }
        return new FileWeights(tensors, identity);
    }

    @Override
    public Set<String> names() {
        return tensors.keySet();
    }

    @Override
    public Optional<String> identity() {
        return identity;
    }

    @Override
    public Shape shape(String name) {
        return Shape.of(tensors.get(name).shape());
    }

    @Override
    public ByteBuffer float32(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor.type() == ElementType.F32) {
            return tensor.bytes();
        }
        float[] values = tensor.floats();
        ByteBuffer bytes =
                ByteBuffer.allocateDirect(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes;
    }
}
