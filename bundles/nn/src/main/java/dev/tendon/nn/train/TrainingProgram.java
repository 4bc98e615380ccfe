/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.train;

import dev.tendon.nn.ParameterSpec;
import dev.tendon.nn.Port;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A network that is ready to be trained, with its parameters and buffers. Owner thread: one at a time; buffers must not be used after
 * {@link #close}.
 */
@ConsumerType
public interface TrainingProgram extends AutoCloseable {
    /** The output that is differentiated. */
    String LOSS = "loss";

    /** What it is given, in the order of the request. */
    List<Port> inputs();

    /** What it gives: single numbers, by name. */
    List<Port> outputs();

    /**
     * All that the network asks for, in the order in which it asks. {@link ParameterSpec#trainable} is false for buffers, and for what the
     * request froze.
     */
    List<ParameterSpec> parameters();

    /** Weights that the network did not ask for, by name. */
    List<String> unusedWeights();

    /**
     * The bytes of the input {@code port}, in the machine's byte order and row-major, as {@link dev.tendon.nn.Program#bytes}: filled before
     * a step.
     *
     * @throws IllegalArgumentException where there is no such port
     */
    ByteBuffer bytes(String port);

    /** The numbers of the {@link dev.tendon.nn.ElementKind#FLOAT32} input {@code port}, as {@link #bytes}. */
    default FloatBuffer floats(String port) {
        return bytes(port).asFloatBuffer();
    }

    /**
     * The output {@code name} of the last {@link #step} or {@link #evaluate}.
     *
     * @throws IllegalArgumentException where there is no such output
     */
    double output(String name);

    /**
     * Computes the outputs, with dropout, and the gradients of {@link #LOSS}, which replace those of the step before. The same seed, inputs
     * and values give the same result.
     *
     * @param seed decides what is dropped
     */
    void step(long seed);

    /** Computes the outputs, without dropout. Gradients stay what they are. */
    void evaluate();

    /**
     * The numbers of {@code parameter}, row-major: the engine's own memory, so that what is written there counts from the next step on. The
     * same memory every time, with a position of the caller's own.
     *
     * @throws IllegalArgumentException where there is no such parameter
     */
    FloatBuffer value(String parameter);

    /**
     * The gradient of {@code parameter} in the last step, valid until the next one; it may be changed in place. Null where nothing flowed
     * to it, as PyTorch's {@code grad} is None.
     *
     * @throws IllegalArgumentException where there is no such parameter
     */
    @Nullable
    FloatBuffer gradient(String parameter);

    /** Frees what it holds. Idempotent. */
    @Override
    void close();
}
