/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.safetensors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A safetensors file whose header was read and checked. Tensors are views of the file; no channel stays open between calls. Immutable. Thread:
 * any.
 */
public final class SafeTensors {
    private final Path file;
    private final Header header;
    private final Map<String, Header.Entry> entries = new LinkedHashMap<>();

    private SafeTensors(Path file, Header header) {
        this.file = file;
        this.header = header;
        header.entries().forEach(entry -> entries.put(entry.name(), entry));
    }

    /**
     * Reads and checks the header of {@code file}.
     *
     * @throws SafeTensorsException where it is no safetensors file, damaged or incomplete
     */
    public static SafeTensors open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return new SafeTensors(file, HeaderReader.read(file, channel));
        }
    }

    /** The file. */
    public Path file() {
        return file;
    }

    /** Texts that the file's writer left, in the file's order. */
    public Map<String, String> metadata() {
        return Collections.unmodifiableMap(header.metadata());
    }

    /** The tensors' names, in the order of their bytes. */
    public Set<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    /**
     * A view of a tensor.
     *
     * @throws SafeTensorsException where there is none of that name, or it is of 2 GiB or more
     */
    public Tensor tensor(String name) throws IOException {
        Header.Entry entry = entries.get(name);
        if (entry == null) {
            throw new SafeTensorsException(file, "it has no tensor \"" + name + "\"");
        }
        long bytes = entry.end() - entry.begin();
        if (bytes > Integer.MAX_VALUE) {
            throw new SafeTensorsException(
                    file, "tensor \"" + name + "\" has " + bytes + " bytes, more than can be read here");
        }
        return Tensor.of(name, entry.type(), entry.shape(), map(header.length() + entry.begin(), bytes));
    }

    private ByteBuffer map(long position, long bytes) throws IOException {
        if (bytes == 0) {
            return ByteBuffer.allocate(0);
        }
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() < position + bytes) {
                throw new SafeTensorsException(file, "it was shortened after it was opened");
            }
            return channel.map(MapMode.READ_ONLY, position, bytes);
        }
    }
}
