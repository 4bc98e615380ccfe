/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.frame;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The one place where a camera's thread leaves its newest picture and a loop picks it up; neither waits for the other.
 * Thread: any.
 */
public final class NewestImage {
    private final AtomicReference<@Nullable Image> newest = new AtomicReference<>();

    /** Replaces the newest picture; the caller's reference moves in. */
    public void publish(Image image) {
        Image old = newest.getAndSet(image);
        if (old != null) {
            old.release();
        }
    }

    /** The newest picture with a reference for the caller, who releases it; null where there is none. */
    public @Nullable Image acquire() {
        while (true) {
            Image image = newest.get();
            if (image == null) {
                return null;
            }
            if (image.tryRetain()) {
                if (newest.get() == image) {
                    return image;
                }
                // It went back to the pool in between and may be filled anew by now: not ours to read.
                image.release();
            }
            Thread.onSpinWait();
        }
    }

    /** Forgets and releases the newest picture. */
    public void clear() {
        Image old = newest.getAndSet(null);
        if (old != null) {
            old.release();
        }
    }
}
