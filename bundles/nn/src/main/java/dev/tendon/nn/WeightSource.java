/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/** Trained weights by name: a checkpoint. Thread: any. */
@ConsumerType
public interface WeightSource {
    /** The names of all that is there. */
    Set<String> names();

    /** The shape of {@code name}, one of {@link #names}. */
    Shape shape(String name);

    /**
     * A text that is never the same where a number is another, known without reading the numbers; so whoever has seen it need not read them
     * again. Empty where there is none.
     */
    default Optional<String> identity() {
        return Optional.empty();
    }

    /**
     * The numbers of {@code name}, one of {@link #names}, as single precision, little-endian, in row-major order; a view where they are kept
     * so, which nobody changes.
     *
     * @throws IOException where they cannot be read
     */
    ByteBuffer float32(String name) throws IOException;
}
