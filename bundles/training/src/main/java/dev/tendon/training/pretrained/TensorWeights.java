/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.pretrained;

import dev.tendon.nn.Shape;
import dev.tendon.nn.WeightSource;
import dev.tendon.safetensors.ElementType;
import dev.tendon.safetensors.SafeTensors;
import dev.tendon.safetensors.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The floating-point tensors of a file, less those of the classifier. Immutable. Thread: any. */
final class TensorWeights implements WeightSource {
    private static final String CLASSIFIER = "fc.";
    private static final Set<ElementType> FLOATS =
            Set.of(ElementType.F16, ElementType.BF16, ElementType.F32, ElementType.F64);

    /** Reads a tensor. */
    @FunctionalInterface
    private interface Reader {
        Tensor tensor() throws IOException;
    }

    private record Entry(Shape shape, Reader reader) {}

    private final Map<String, Entry> entries;

    private TensorWeights(Map<String, Entry> entries) {
        this.entries = Collections.unmodifiableMap(entries);
    }

    /** The weights of a file of PyTorch's or safetensors, whichever its name says. */
    static TensorWeights open(Path file) throws IOException {
        return file.toString().endsWith(".safetensors") ? of(SafeTensors.open(file)) : of(TorchFile.open(file));
    }

    private static TensorWeights of(TorchFile file) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        file.tensors().forEach((name, tensor) -> {
            if (FLOATS.contains(tensor.storage().type()) && !name.startsWith(CLASSIFIER)) {
                long[] shape =
                        tensor.shape().stream().mapToLong(Long::longValue).toArray();
                entries.put(
                        name,
                        new Entry(
                                Shape.of(shape),
                                () -> Tensor.of(name, tensor.storage().type(), shape, file.bytes(tensor))));
            }
        });
        return new TensorWeights(entries);
    }

    private static TensorWeights of(SafeTensors file) throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (String name : file.names()) {
            Tensor tensor = file.tensor(name);
            if (FLOATS.contains(tensor.type()) && !name.startsWith(CLASSIFIER)) {
                entries.put(name, new Entry(Shape.of(tensor.shape()), () -> tensor));
            }
        }
        return new TensorWeights(entries);
    }

    @Override
    public Set<String> names() {
        return entries.keySet();
    }

    @Override
    public Shape shape(String name) {
        return entries.get(name).shape();
    }

    @Override
    public ByteBuffer float32(String name) throws IOException {
        Tensor tensor = entries.get(name).reader().tensor();
        if (tensor.type() == ElementType.F32) {
            return tensor.bytes();
        }
        float[] values = tensor.floats();
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes;
    }
}
