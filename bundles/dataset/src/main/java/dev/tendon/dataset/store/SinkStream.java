/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** A {@link FileLayer.Sink} as a stream, with room for small pieces; {@link #flush} is not {@link FileLayer.Sink#sync}. */
final class SinkStream extends OutputStream {
    private final FileLayer.Sink sink;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    SinkStream(FileLayer.Sink sink) {
        this.sink = sink;
    }

    @Override
    public void write(int b) throws IOException {
        if (!buffer.hasRemaining()) {
            flush();
        }
        buffer.put((byte) b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (length > buffer.remaining()) {
            flush();
        }
        if (length > buffer.capacity()) {
            sink.write(ByteBuffer.wrap(bytes, from, length));
        } else {
            buffer.put(bytes, from, length);
        }
    }

    @Override
    public void flush() throws IOException {
        buffer.flip();
        if (buffer.hasRemaining()) {
            sink.write(buffer);
        }
        buffer.clear();
    }
}
