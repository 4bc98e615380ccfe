/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.djl;

import ai.djl.ndarray.types.SparseFormat;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import dev.tendon.nn.Network;
import dev.tendon.nn.ParameterSpec;
import dev.tendon.nn.Parameters;
import dev.tendon.nn.Port;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A network with its inputs: what training and running it share. Owner thread: its program's. */
final class Session implements AutoCloseable {
    private final PtNDManager manager;
    private final Network network;
    private final List<Port> ports;
    private final int threads;
    private final Scripts scripts;
    private final Map<String, ByteBuffer> buffers = new LinkedHashMap<>();
    private final Map<String, Value> inputs = new LinkedHashMap<>();
    private boolean closed;

    /**
     * @param manager owns all that lives as long as this; closed with it
     * @param threads that a run may use
     */
    Session(PtNDManager manager, Network network, List<Port> ports, int threads) {
        this.manager = manager;
        this.network = network;
        this.ports = List.copyOf(ports);
        this.threads = threads;
        this.scripts = new Scripts(manager);
        for (Port port : ports) {
            ByteBuffer buffer = Native.allocate(port);
            buffers.put(port.name(), buffer);
            inputs.put(
                    port.name(),
                    Value.kept(
                            JniUtils.createNdFromByteBuffer(
                                    manager,
                                    buffer,
                                    Native.shape(port.shape()),
                                    Native.type(port.kind()),
                                    SparseFormat.DENSE,
                                    manager.getDevice()),
                            port.shape(),
                            port.kind(),
                            "input " + port.name()));
        }
    }

    List<Port> ports() {
        return ports;
    }

    /** The memory of the input {@code port}, with a position of the caller's own. */
    ByteBuffer bytes(String port) {
        ByteBuffer buffer = buffers.get(port);
        if (buffer == null) {
            throw new IllegalArgumentException("There is no \"" + port + "\" among " + buffers.keySet());
        }
        return buffer.duplicate().order(ByteOrder.nativeOrder());
    }

    /**
     * Begins a run; close it.
     *
     * @param gradients whether there will be some
     */
    Run begin(Lifetimes lifetimes, boolean gradients) {
        if (closed) {
            throw new IllegalStateException("The program is closed");
        }
        if (JniUtils.getNumThreads() != threads) {
            JniUtils.setNumThreads(threads);
        }
        return new Run(manager, lifetimes, gradients);
    }

    /**
     * The outputs, sorted by name; they live as long as {@code run}.
     *
     * @param dropout what is dropped; null where nothing is
     */
    Map<String, Value> apply(Run run, @Nullable Dropout dropout, Function<ParameterSpec, Value> parameters) {
        DjlOps ops = new DjlOps(run, scripts, dropout);
        Map<String, Value> outputs = new TreeMap<>(network.apply(ops, new Parameters<>(parameters), inputs));
        run.complete(outputs.values());
        return outputs;
    }

    static List<Port> describe(Map<String, Value> values) {
        return values.entrySet().stream()
                .map(entry -> new Port(
                        entry.getKey(),
                        entry.getValue().kind(),
                        entry.getValue().shape()))
                .toList();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            manager.close();
        }
    }
}
