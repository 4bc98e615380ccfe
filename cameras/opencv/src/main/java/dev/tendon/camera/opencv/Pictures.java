/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

import dev.tendon.api.frame.Image;
import dev.tendon.api.frame.ImagePool;
import dev.tendon.api.frame.NewestImage;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Turns what was captured and publishes it. Thread: the reader's; {@link #newest} and {@link #clear} any. */
final class Pictures {
    /** The newest, those in the loop's frames and a policy's window, the one that is filled. */
    private static final int COUNT = 8;

    private static final int CHANNELS = 3;

    private final int width;
    private final int height;
    private final int rotation;
    private final ImagePool pool;
    private final NewestImage newest = new NewestImage();

    Pictures(OpenCvCameraConfig config) {
        width = config.captureWidth();
        height = config.captureHeight();
        rotation = config.rotation();
        pool = new ImagePool(config.width(), config.height(), CHANNELS, COUNT);
    }

    /** A buffer for one picture as it is captured. */
    ByteBuffer buffer() {
        return ByteBuffer.allocateDirect(width * height * CHANNELS);
    }

    /** Publishes {@code captured}; where others hold all pictures, nobody gets this one. */
    void publish(ByteBuffer captured, long timestampNs, long sequence) {
        Image image = pool.take();
        if (image != null) {
            turn(captured, image.pixels());
            image.stamp(timestampNs, sequence);
            newest.publish(image);
        }
    }

    private void turn(ByteBuffer from, ByteBuffer to) {
        switch (rotation) {
            case 90 -> turn(from, to, (height - 1) * CHANNELS, -CHANNELS, height * CHANNELS);
            case -90 -> turn(from, to, (width - 1) * height * CHANNELS, CHANNELS, -height * CHANNELS);
            case 180 -> turn(from, to, (width * height - 1) * CHANNELS, -width * CHANNELS, -CHANNELS);
            default -> to.put(0, from, 0, width * height * CHANNELS);
        }
    }

    /** Row by row of {@code from}: its first pixel goes to {@code start}; the next row is {@code down} away, the next pixel {@code right}. */
    private void turn(ByteBuffer from, ByteBuffer to, int start, int down, int right) {
        int at = 0;
        for (int y = 0; y < height; y++) {
            int target = start + y * down;
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < CHANNELS; c++) {
                    to.put(target + c, from.get(at++));
                }
                target += right;
            }
        }
    }

    @Nullable
    Image newest() {
        return newest.acquire();
    }

    void clear() {
        newest.clear();
    }
}
