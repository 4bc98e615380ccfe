/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Memory for copies of one camera's pictures, outside the Java heap; taken when it is first needed and then kept. The recorder has its
 * own, since a camera has few pictures and takes none while all are held. Thread: {@link #take} and {@link #free} one; {@link #giveBack}
 * any.
 */
final class FramePool {
    private final int bytes;
    private final ArrayBlockingQueue<ByteBuffer> idle;
    private int mayBeMade;

    /**
     * A pool.
     *
     * @param bytes of one picture
     * @param limit how many there may be
     */
    FramePool(int bytes, int limit) {
        this.bytes = bytes;
        mayBeMade = limit;
        idle = new ArrayBlockingQueue<>(limit);
    }

    /** Whether {@link #take} will give one. */
    boolean free() {
        if (idle.isEmpty() && mayBeMade > 0) {
            try {
                idle.add(ByteBuffer.allocateDirect(bytes));
                mayBeMade--;
            } catch (OutOfMemoryError e) {
                mayBeMade = 0; // the process may have no more; what there is must do
            }
        }
        return !idle.isEmpty();
    }

    /** A direct buffer, whole; null where all are in use. */
    @Nullable
    ByteBuffer take() {
        ByteBuffer buffer = free() ? idle.poll() : null;
        if (buffer != null) {
            buffer.clear();
        }
        return buffer;
    }

    /** What was taken is not used any more. */
    void giveBack(ByteBuffer buffer) {
        idle.add(buffer);
    }
}
