/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal.columnar;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** A stream of the caller's, as parquet-java wants its files. Closing it flushes, and leaves the stream open. */
final class StreamOutput implements OutputFile {
    private final OutputStream out;
    private boolean failed;

    StreamOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public PositionOutputStream create(long blockSizeHint) {
        return new Counted();
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
        return new Counted();
    }

    /** Whether the stream took no more; else it is not to blame for what went wrong. */
    boolean failed() {
        return failed;
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }

    private final class Counted extends PositionOutputStream {
        private long position;

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            failed = true;
            out.write(bytes, offset, length);
            failed = false;
            position += length;
        }

        @Override
        public void flush() throws IOException {
            failed = true;
            out.flush();
            failed = false;
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
