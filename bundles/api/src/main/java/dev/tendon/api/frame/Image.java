/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.frame;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A picture in off-heap memory of an {@link ImagePool}: rows of pixels of {@code channels} bytes each (RGB, or grey),
 * without padding. Counted references: whoever keeps it beyond a call retains it and releases it once; at zero the memory
 * goes back to the pool. Read-only once published. Thread: any.
 */
public final class Image {
    private final ImagePool pool;
    private final ByteBuffer pixels;
    private final AtomicInteger references = new AtomicInteger();
    private long timestampNs;
    private long sequence;

    Image(ImagePool pool, ByteBuffer pixels) {
        this.pool = pool;
        this.pixels = pixels;
    }

    void lend() {
        references.set(1);
    }

    public int width() {
        return pool.width();
    }

    public int height() {
        return pool.height();
    }

    public int channels() {
        return pool.channels();
    }

    /** The pixels, from the top left, row by row: one shared buffer; use absolute access or a duplicate. */
    public ByteBuffer pixels() {
        return pixels;
    }

    /** When the picture was taken, in the session's clock. */
    public long timestampNs() {
        return timestampNs;
    }

    /** Counts the camera's pictures since it was connected, from 0; a gap is a picture that nobody got. */
    public long sequence() {
        return sequence;
    }

    /** Set by the camera before it publishes the picture. */
    public void stamp(long timestampNs, long sequence) {
        this.timestampNs = timestampNs;
        this.sequence = sequence;
    }

    /** Takes a reference; false where the last one is gone, and the picture must not be touched. */
    public boolean tryRetain() {
        int n;
        do {
            n = references.get();
            if (n == 0) {
                return false;
            }
        } while (!references.compareAndSet(n, n + 1));
        return true;
    }

    /** Gives a reference back. */
    public void release() {
        int n = references.decrementAndGet();
        if (n == 0) {
            pool.giveBack(this);
        } else if (n < 0) {
            references.incrementAndGet();
            throw new IllegalStateException(
                    "Released more often than retained: a " + width() + "x" + height() + " picture");
        }
    }
}
