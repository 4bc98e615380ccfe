/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link RecordWriter} wrote, as far as it is whole: the first record that is cut off or does not fit its checksum ends
 * the file. Thread: its creator's.
 */
final class RecordReader implements Closeable {
    private final InputStream in;
    private final int longest;
    private final CRC32C crc = new CRC32C();

    /** A record longer than {@code longest} bytes is a torn one. */
    RecordReader(Path file, int longest) throws IOException {
        in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        this.longest = longest;
    }

    /** The next record, little endian; null at the end of what is whole. */
    @Nullable
    ByteBuffer next() throws IOException {
        byte[] frame = in.readNBytes(RecordWriter.FRAME);
        if (frame.length < RecordWriter.FRAME) {
            return null;
        }
        ByteBuffer header = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
        int length = header.getInt();
        if (length < 1 || length > longest) {
            return null;
        }
        byte[] record = in.readNBytes(length);
        crc.reset();
        crc.update(frame, 0, Integer.BYTES);
        crc.update(record);
        return record.length == length && (int) crc.getValue() == header.getInt()
                ? ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN)
                : null;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
