/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.metrics;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * TensorBoard's file: records of length, checksum, event, checksum. Facts: tensorflow, {@code core/lib/io/record_writer.h} and {@code
 * core/lib/hash/crc32c.h}. Thread: its owner's.
 */
final class EventFile implements Closeable {
    private static final int HEAD = Long.BYTES + Integer.BYTES;

    /** A record here has some hundred bytes. */
    private static final int MAX_EVENT = 1 << 20;

    private static final int MASK = 0xa282ead8;

    private final FileChannel channel;

    private EventFile(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens {@code file} behind its last whole record of a step up to {@code done}; a new one begins with its version. */
    static EventFile open(Path file, long done, double timeS) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            long kept = kept(channel, done);
            channel.truncate(kept).position(kept);
            EventFile opened = new EventFile(channel);
            if (kept == 0) {
                opened.append(Event.version(timeS));
            }
            return opened;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static long kept(FileChannel channel, long done) throws IOException {
        long at = 0;
        while (true) {
            ByteBuffer head = read(channel, at, HEAD);
            if (head.remaining() < HEAD || head.getInt(Long.BYTES) != masked(head.slice(0, Long.BYTES))) {
                return at;
            }
            long length = head.getLong(0);
            if (length < 0 || length > MAX_EVENT) {
                return at;
            }
            ByteBuffer event = read(channel, at + HEAD, (int) length + Integer.BYTES);
            if (event.remaining() < length + Integer.BYTES
                    || event.getInt((int) length) != masked(event.slice(0, (int) length))
                    || Event.step(event.slice(0, (int) length)) > done) {
                return at;
            }
            at += HEAD + length + Integer.BYTES;
        }
    }

    private static ByteBuffer read(FileChannel channel, long at, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
            // until all is there, or the file ends
        }
        return buffer.flip();
    }

    void write(long step, double timeS, Map<String, Double> values) throws IOException {
        append(Event.scalars(step, timeS, values));
    }

    private void append(byte[] event) throws IOException {
        ByteBuffer record =
                ByteBuffer.allocate(HEAD + event.length + Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        record.putLong(event.length);
        record.putInt(masked(record.slice(0, Long.BYTES)));
        record.put(event);
        record.putInt(masked(ByteBuffer.wrap(event)));
        record.flip();
        while (record.hasRemaining()) {
            channel.write(record);
        }
    }

    /** A checksum of bytes that themselves hold checksums would be weak: so it is rotated, and a constant added. */
    static int masked(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return Integer.rotateRight((int) crc.getValue(), 15) + MASK;
    }

    void sync() throws IOException {
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
