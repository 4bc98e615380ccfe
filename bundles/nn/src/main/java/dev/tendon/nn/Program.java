/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A network that is ready to run, with buffers of its own. Owner thread: one at a time; {@link #close} waits for a run that goes
 * on.
 */
@ConsumerType
public interface Program extends AutoCloseable {
    /** What it is given, in the order of the request. */
    List<Port> inputs();

    /** What it gives. */
    List<Port> outputs();

    /** Weights that the network did not ask for, by name. */
    List<String> unusedWeights();

    /**
     * The bytes of the input or output {@code port}, in the machine's byte order and row-major: 4 an element for {@link
     * ElementKind#FLOAT32}, 8 for {@link ElementKind#INT64}, 1 for {@link ElementKind#BOOL}. The same memory every time, with a position
     * of the caller's own: inputs are filled before {@link #run}, which fills the outputs.
     *
     * @throws IllegalArgumentException where there is no such port
     */
    ByteBuffer bytes(String port);

    /** The numbers of the {@link ElementKind#FLOAT32} input or output {@code port}, as {@link #bytes}. */
    default FloatBuffer floats(String port) {
        return bytes(port).asFloatBuffer();
    }

    /** Computes the outputs from the inputs. */
    void run();

    /** Frees what it holds. Idempotent. */
    @Override
    void close();
}
