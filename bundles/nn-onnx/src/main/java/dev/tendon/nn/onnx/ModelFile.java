/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.onnx;

import dev.tendon.nn.WeightSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes a model with its weights, weight by weight: it may be larger than the heap. Where one file would be larger than protobuf allows, the
 * weights lie in a second one beside it, as onnx.proto's external data.
 */
final class ModelFile {
    /** Behind the model's file name. */
    static final String DATA = ".data";

    /** A field's number in GraphProto: an initializer; in ModelProto: the graph; in TensorProto: its bytes. */
    private static final int INITIALIZER = 5;

    private static final int GRAPH = 7;
    private static final int RAW_DATA = 9;

    /** Where a weight may begin in the second file, so that it can be mapped as it is. */
    private static final int ALIGNMENT = 64;

    private final OnnxModel model;
    private final WeightSource weights;
    private final long limit;

    /** @param limit the most bytes of one file */
    ModelFile(OnnxModel model, WeightSource weights, long limit) {
        this.model = model;
        this.weights = weights;
        this.limit = limit;
    }

    /** Writes it; the files that there are now, the model first. */
    List<Path> write(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        List<byte[]> headers = inside();
        long length = model.graph().body().length;
        for (int i = 0; i < headers.size(); i++) {
            length += headers.get(i).length + bytes(model.weights().get(i));
        }
        if (length <= limit) {
            long whole = length;
            aside(target, out -> {
                put(out, ByteBuffer.wrap(Graph.head().begin(GRAPH, whole).toBytes()));
                put(out, ByteBuffer.wrap(model.graph().body()));
                for (int i = 0; i < headers.size(); i++) {
                    put(out, ByteBuffer.wrap(headers.get(i)));
                    put(out, weights.float32(model.weights().get(i)).duplicate());
                }
                put(out, ByteBuffer.wrap(Graph.tail()));
            });
            return List.of(target);
        }
        Path data = target.resolveSibling(target.getFileName() + DATA);
        ProtoWriter graph = new ProtoWriter().append(model.graph().body());
        outside(data.getFileName().toString()).forEach(initializer -> graph.message(INITIALIZER, initializer));
        aside(data, this::writeWeights); // first: a model whose weights are missing must not be there
        aside(
                target,
                out -> put(
                        out,
                        ByteBuffer.wrap(Graph.head()
                                .message(GRAPH, graph)
                                .append(Graph.tail())
                                .toBytes())));
        return List.of(target, data);
    }

    private long bytes(String weight) {
        return weights.shape(weight).elements() * Float.BYTES;
    }

    /** What stands before each weight's numbers in one file. */
    private List<byte[]> inside() {
        Map<String, Value> values = model.graph().weights();
        List<byte[]> headers = new ArrayList<>();
        for (String name : model.weights()) {
            byte[] tensor =
                    Graph.header(values.get(name)).begin(RAW_DATA, bytes(name)).toBytes();
            headers.add(new ProtoWriter()
                    .begin(INITIALIZER, tensor.length + bytes(name))
                    .append(tensor)
                    .toBytes());
        }
        return headers;
    }

    /** The weights' messages, whose numbers lie in the file {@code name}. */
    private List<ProtoWriter> outside(String name) {
        Map<String, Value> values = model.graph().weights();
        List<ProtoWriter> messages = new ArrayList<>();
        long offset = 0;
        for (String weight : model.weights()) {
            messages.add(Graph.elsewhere(values.get(weight), name, offset, bytes(weight)));
            offset += padded(bytes(weight));
        }
        return messages;
    }

    private static long padded(long bytes) {
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    private void writeWeights(FileChannel out) throws IOException {
        for (String weight : model.weights()) {
            put(out, weights.float32(weight).duplicate());
            put(out, ByteBuffer.allocate((int) (padded(bytes(weight)) - bytes(weight))));
        }
    }

    /** Writes to an open file. */
    @FunctionalInterface
    private interface Body {
        void write(FileChannel out) throws IOException;
    }

    private static void aside(Path target, Body body) throws IOException {
        Path aside = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            try (FileChannel out = FileChannel.open(
                    aside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                body.write(out);
                out.force(true);
            }
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static void put(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
