/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Where one camera's pictures of one episode go. Thread: its lane's, except {@link #durable}, which is the journal's. */
interface PictureSink extends Closeable {
    /**
     * Takes the next picture.
     *
     * @param rgb a direct buffer; read within the call
     */
    void write(ByteBuffer rgb) throws IOException;

    /** Makes durable what was written; how many pictures are then. Never after {@link #finish}. */
    long durable() throws IOException;

    /** The last picture was written; everything is on the disk when this returns. */
    void finish() throws IOException;

    @Override
    void close();
}
