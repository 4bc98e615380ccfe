/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.frame;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of pictures of one size, outside the Java heap. A camera that finds it empty drops its oldest unread
 * picture or skips one; it never waits. Thread: any.
 */
public final class ImagePool {
    private final int width;
    private final int height;
    private final int channels;
    private final ArrayBlockingQueue<Image> free;

    public ImagePool(int width, int height, int channels, int count) {
        this.width = width;
        this.height = height;
        this.channels = channels;
        free = new ArrayBlockingQueue<>(count);
        for (int i = 0; i < count; i++) {
            free.add(new Image(
                    this, ByteBuffer.allocateDirect(Math.multiplyExact(Math.multiplyExact(width, height), channels))));
        }
    }

    /** A picture to write to, with one reference held by the caller; null where all are in use. */
    public @Nullable Image take() {
        Image image = free.poll();
        if (image != null) {
            image.lend();
        }
        return image;
    }

    void giveBack(Image image) {
        if (!free.offer(image)) {
            throw new IllegalStateException("A picture came back to a full pool");
        }
    }

    /** How many are not in use now. */
    public int available() {
        return free.size();
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int channels() {
        return channels;
    }
}
