/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.onnx;

import dev.tendon.nn.CountsFlops;
import dev.tendon.nn.Port;
import dev.tendon.nn.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program in integers of 8 bits. Its first run is in single precision and shows the ranges; then the integers' program is made, and is what
 * runs from then on. Owner thread: one at a time.
 */
final class Int8Program implements Program, CountsFlops {
    private static final Logger LOG = LoggerFactory.getLogger(Int8Program.class);

    /** Makes the program of integers. */
    @FunctionalInterface
    interface Maker {
        OnnxProgram make(Ranges ranges) throws IOException;
    }

    private final OnnxProgram exact;
    private final int points;
    private final Maker maker;
    private final List<Port> outputs;
    private @Nullable OnnxProgram integers;
    private boolean closed;

    /**
     * @param exact gives the ranges beside its outputs
     * @param points how many ranges there are
     */
    Int8Program(OnnxProgram exact, int points, Maker maker) {
        this.exact = exact;
        this.points = points;
        this.maker = maker;
        outputs = exact.outputs().stream()
                .filter(port ->
                        !port.name().startsWith(Int8Ops.LOWEST) && !port.name().startsWith(Int8Ops.HIGHEST))
                .toList();
    }

    @Override
    public List<Port> inputs() {
        return exact.inputs();
    }

    @Override
    public List<Port> outputs() {
        return outputs;
    }

    @Override
    public List<String> unusedWeights() {
        return exact.unusedWeights();
    }

    @Override
    public long flops() {
        return exact.flops();
    }

    /** Those of the first program, for good: whoever holds a buffer may keep it. */
    @Override
    public ByteBuffer bytes(String port) {
        return exact.bytes(port);
    }

    @Override
    public synchronized void run() {
        if (closed) {
            throw new IllegalStateException("The program is closed");
        }
        OnnxProgram ready = integers;
        if (ready != null) {
            ready.run();
            return;
        }
        exact.run();
        Ranges ranges = new Ranges(points);
        for (int point = 0; point < points; point++) {
            ranges.saw(
                    point,
                    exact.floats(Int8Ops.LOWEST + point).get(0),
                    exact.floats(Int8Ops.HIGHEST + point).get(0));
        }
        if (!ranges.finite()) {
            LOG.warn("The network gives numbers that are none; it goes on in single precision");
            return;
        }
        try {
            integers = maker.make(ranges);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
        exact.release();
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        OnnxProgram ready = integers;
        if (ready != null) {
            ready.close();
        }
        exact.close();
    }
}
