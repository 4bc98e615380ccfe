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

/** Writes a model with its weights inside to one file, weight by weight: it may be larger than the heap. */
final class ModelFile {
    /** A field's number in GraphProto: an initializer; in ModelProto: the graph; in TensorProto: its bytes. */
    private static final int INITIALIZER = 5;

    private static final int GRAPH = 7;
    private static final int RAW_DATA = 9;

    private final OnnxModel model;
    private final WeightSource weights;

    ModelFile(OnnxModel model, WeightSource weights) {
        this.model = model;
        this.weights = weights;
    }

    void write(Path file) throws IOException {
        byte[] body = model.graph().body();
        Map<String, Value> values = model.graph().weights();
        List<byte[]> headers = new ArrayList<>();
        long length = body.length;
        for (String name : model.weights()) {
            Value weight = values.get(name);
            long bytes = weight.shape().elements() * Float.BYTES;
            byte[] tensor = Graph.header(weight).begin(RAW_DATA, bytes).toBytes();
            byte[] header = new ProtoWriter()
                    .begin(INITIALIZER, tensor.length + bytes)
                    .append(tensor)
                    .toBytes();
            headers.add(header);
            length += header.length + bytes;
        }
        if (length > Integer.MAX_VALUE) {
            throw new IOException(file + ": the model has " + length + " bytes, and a single ONNX file ends at 2 GiB");
        }
        Path target = file.toAbsolutePath();
        Path aside = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            try (FileChannel out = FileChannel.open(
                    aside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                put(out, ByteBuffer.wrap(Graph.head().begin(GRAPH, length).toBytes()));
                put(out, ByteBuffer.wrap(body));
                for (int i = 0; i < headers.size(); i++) {
                    put(out, ByteBuffer.wrap(headers.get(i)));
                    put(out, weights.float32(model.weights().get(i)).duplicate());
                }
                put(out, ByteBuffer.wrap(Graph.tail()));
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
