/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Memory for copies of one camera's pictures, outside the Java heap; taken when it is first needed and then kept. The recorder has its
 * own, since a camera has few pictures and takes none while all are held. Thread: {@link #take} and {@link #free} one; {@link #giveBack}
 * any.
 */
final class FramePool {
    private final int bytes;
    private final int limit;
    private final ArrayBlockingQueue<ByteBuffer> idle;
    private final AtomicInteger made = new AtomicInteger();

    /**
     * A pool.
     *
     * @param bytes of one picture
     * @param limit how many there may be
     */
    FramePool(int bytes, int limit) {
        this.bytes = bytes;
        this.limit = limit;
        idle = new ArrayBlockingQueue<>(limit);
    }

    /** Whether {@link #take} would give one. */
    boolean free() {
        return !idle.isEmpty() || made.get() < limit;
    }

    /** A direct buffer, whole; null where all are in use. */
    @Nullable
    ByteBuffer take() {
        ByteBuffer buffer = idle.poll();
        if (buffer == null && made.get() < limit) {
            made.incrementAndGet();
            return ByteBuffer.allocateDirect(bytes);
        }
        if (buffer != null) {
            buffer.clear();
        }
        return buffer;
    }

    void giveBack(ByteBuffer buffer) {
        idle.add(buffer);
    }
}
