/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * Appends records to a file so that a torn one is noticed: its length and CRC-32C, four bytes each, little endian, then the
 * record. Allocates nothing once made. Thread: its creator's.
 */
final class RecordWriter implements Closeable {
    /** Bytes before each record. */
    static final int FRAME = 8;

    private final FileLayer.Sink sink;
    private final ByteBuffer frame = ByteBuffer.allocateDirect(FRAME).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C crc = new CRC32C();

    RecordWriter(FileLayer layer, Path file) throws IOException {
        sink = layer.create(file);
    }

    /** Appends what remains of {@code record}, and of {@code more} behind it, as one record. */
    void append(ByteBuffer record, ByteBuffer more) throws IOException {
        int length = Math.addExact(record.remaining(), more.remaining());
        crc.reset();
        frame.clear();
        frame.putInt(length);
        crc.update(frame.duplicate().flip());
        crc.update(record.duplicate());
        crc.update(more.duplicate());
        frame.putInt((int) crc.getValue()).flip();
        sink.write(frame);
        sink.write(record);
        if (more.hasRemaining()) {
            sink.write(more);
        }
    }

    void sync() throws IOException {
        sink.sync();
    }

    long size() {
        return sink.size();
    }

    @Override
    public void close() throws IOException {
        sink.close();
    }
}
