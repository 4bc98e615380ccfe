/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference;

import dev.tendon.api.time.Clock;
import dev.tendon.nn.ElementKind;
import dev.tendon.nn.InferenceEngine;
import dev.tendon.nn.Init;
import dev.tendon.nn.Network;
import dev.tendon.nn.Ops;
import dev.tendon.nn.Parameters;
import dev.tendon.nn.Port;
import dev.tendon.nn.Program;
import dev.tendon.nn.ProgramRequest;
import dev.tendon.nn.Shape;
import dev.tendon.nn.Tensor;
import dev.tendon.nn.WeightSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * How quick an engine's matrix product is here: of a size that fills the caches' ways well, with a weight that it may pack beforehand, as those of
 * a network. Owner thread: its creator's.
 */
final class MatrixProduct implements AutoCloseable {
    private static final int SIZE = 1024;
    private static final long FLOPS = 2L * SIZE * SIZE * SIZE;
    private static final String WEIGHT = "weight";
    private static final String INPUT = "x";

    private final Program program;
    private final Clock clock;
    private final List<Long> ns = new ArrayList<>();

    MatrixProduct(InferenceEngine engine, Clock clock) throws IOException {
        this.clock = clock;
        program = engine.prepare(new ProgramRequest(
                "product",
                new Product(),
                new Weight(),
                List.of(new Port(INPUT, ElementKind.FLOAT32, Shape.of(SIZE, SIZE))),
                "cpu",
                0,
                false));
        Random random = new Random(2);
        for (int i = 0; i < SIZE * SIZE; i++) {
            program.floats(INPUT).put(i, random.nextFloat());
        }
        program.run();
    }

    /** Multiplies once more. */
    void run() {
        long start = clock.nanoTime();
        program.run();
        ns.add(clock.nanoTime() - start);
    }

    /** Floating-point operations per nanosecond, by the median. */
    double gigaflops() {
        List<Long> sorted = ns.stream().sorted().toList();
        return (double) FLOPS / sorted.get(sorted.size() / 2);
    }

    @Override
    public void close() {
        program.close();
    }

    private record Product() implements Network {
        @Override
        public <T extends Tensor> Map<String, T> apply(Ops<T> nn, Parameters<T> parameters, Map<String, T> inputs) {
            return Map.of("y", nn.linear(inputs.get(INPUT), parameters.get(WEIGHT, Init.ONES, SIZE, SIZE), null));
        }
    }

    private record Weight() implements WeightSource {
        @Override
        public Set<String> names() {
            return Set.of(WEIGHT);
        }

        @Override
        public Shape shape(String name) {
            return Shape.of(SIZE, SIZE);
        }

        @Override
        public ByteBuffer float32(String name) {
            Random random = new Random(1);
            ByteBuffer bytes =
                    ByteBuffer.allocateDirect(SIZE * SIZE * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < SIZE * SIZE; i++) {
                bytes.putFloat(i * Float.BYTES, random.nextFloat());
            }
            return bytes;
        }
    }
}
