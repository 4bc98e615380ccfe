/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.djl;

import dev.tendon.nn.Port;
import dev.tendon.nn.Program;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A network that runs without gradients. Owner thread: one at a time. */
final class DjlProgram implements Program {
    private final Session session;
    private final ParameterStore parameters;
    private final Lifetimes lifetimes = new Lifetimes();
    private final Map<String, ByteBuffer> results = new HashMap<>();
    private final List<Port> outputs;

    /** Runs it once, to learn what it needs and gives. */
    DjlProgram(Session session, ParameterStore parameters) {
        this.session = session;
        this.parameters = parameters;
        try (Run run = session.begin(lifetimes, false)) {
            outputs = Session.describe(apply(run));
        }
        outputs.forEach(port -> results.put(port.name(), Native.allocate(port)));
    }

    private Map<String, Value> apply(Run run) {
        return session.apply(run, null, spec -> parameters.entry(spec).value());
    }

    @Override
    public List<Port> inputs() {
        return session.ports();
    }

    @Override
    public List<Port> outputs() {
        return outputs;
    }

    @Override
    public List<String> unusedWeights() {
        return parameters.unused();
    }

    @Override
    public ByteBuffer bytes(String port) {
        ByteBuffer result = results.get(port);
        return result == null ? session.bytes(port) : result.duplicate().order(ByteOrder.nativeOrder());
    }

    @Override
    public synchronized void run() {
        try (Run run = session.begin(lifetimes, false)) {
            apply(run).forEach((name, value) -> results.get(name).duplicate().put(Native.bytes(value.array())));
        }
    }

    @Override
    public synchronized void close() {
        session.close();
    }
}
