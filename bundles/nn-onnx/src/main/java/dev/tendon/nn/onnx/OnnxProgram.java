/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.tendon.nn.CountsFlops;
import dev.tendon.nn.ElementKind;
import dev.tendon.nn.Port;
import dev.tendon.nn.Program;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A session with its buffers, which it reads and writes in place. Owner thread: one at a time. */
final class OnnxProgram implements Program, CountsFlops {
    private final OnnxModel model;
    private final OrtSession session;
    private final Map<String, ByteBuffer> buffers = new HashMap<>();
    private final Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
    private final Map<String, OnnxTensor> outputs = new LinkedHashMap<>();
    private boolean closed;

    OnnxProgram(OrtEnvironment environment, OnnxModel model, OrtSession session) throws OrtException {
        this(environment, model, session, Map.of());
    }

    /** @param shared memory of ports that belongs to another program */
    OnnxProgram(OrtEnvironment environment, OnnxModel model, OrtSession session, Map<String, ByteBuffer> shared)
            throws OrtException {
        this.model = model;
        this.session = session;
        buffers.putAll(shared);
        try {
            for (Port port : model.inputs()) {
                inputs.put(port.name(), tensor(environment, port));
            }
            for (Port port : model.outputs()) {
                outputs.put(port.name(), tensor(environment, port));
            }
        } catch (OrtException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private OnnxTensor tensor(OrtEnvironment environment, Port port) throws OrtException {
        int size = port.kind() == ElementKind.INT64 ? Long.BYTES : port.kind() == ElementKind.BOOL ? 1 : Float.BYTES;
        int bytes = Math.toIntExact(Math.multiplyExact(port.shape().elements(), size));
        ByteBuffer buffer = buffers.computeIfAbsent(
                port.name(), name -> ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder()));
        long[] shape = port.shape().toArray();
        return switch (port.kind()) {
            case FLOAT32 -> OnnxTensor.createTensor(environment, buffer.asFloatBuffer(), shape);
            case INT64 -> OnnxTensor.createTensor(environment, buffer.asLongBuffer(), shape);
            case BOOL -> OnnxTensor.createTensor(environment, buffer, shape, OnnxJavaType.BOOL);
        };
    }

    @Override
    public List<Port> inputs() {
        return model.inputs();
    }

    @Override
    public List<Port> outputs() {
        return model.outputs();
    }

    @Override
    public List<String> unusedWeights() {
        return model.unused();
    }

    @Override
    public long flops() {
        return model.graph().flops();
    }

    /** The memory of all ports, for a program that takes this one's place. */
    Map<String, ByteBuffer> memory() {
        return buffers;
    }

    @Override
    public ByteBuffer bytes(String port) {
        ByteBuffer buffer = buffers.get(port);
        if (buffer == null) {
            throw new IllegalArgumentException("There is no \"" + port + "\" among " + buffers.keySet());
        }
        return buffer.duplicate().order(ByteOrder.nativeOrder());
    }

    @Override
    public synchronized void run() {
        if (closed) {
            throw new IllegalStateException("The program is closed");
        }
        try {
            session.run(inputs, Set.of(), outputs).close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed: " + e.getMessage(), e);
        }
    }

    /** Frees the session; the memory of ports stays. Idempotent. */
    synchronized void release() {
        if (closed) {
            return;
        }
        closed = true;
        inputs.values().forEach(OnnxTensor::close);
        outputs.values().forEach(OnnxTensor::close);
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime did not close its session: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        release();
    }
}
