/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import dev.tendon.nn.Shape;
import dev.tendon.nn.WeightSource;
import dev.tendon.safetensors.SafeTensors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Set;

/** The weights of a file. */
record FileWeights(SafeTensors file) implements WeightSource {
    @Override
    public Set<String> names() {
        return file.names();
    }

    @Override
    public Shape shape(String name) {
        try {
            return Shape.of(file.tensor(name).shape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ByteBuffer float32(String name) throws IOException {
        return file.tensor(name).bytes();
    }
}
