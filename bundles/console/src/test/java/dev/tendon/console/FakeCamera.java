/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.frame.Image;
import dev.tendon.api.frame.ImagePool;
import dev.tendon.api.frame.NewestImage;
import dev.tendon.runtime.SessionCamera;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A camera with a grey-to-colour pattern that moves with each picture; takes one whenever the test says so. */
final class FakeCamera implements SessionCamera {
    final ImagePool pool;
    final NewestImage newest = new NewestImage();
    private final Feature feature;
    private long taken;

    FakeCamera(String name, int width, int height, int channels) {
        pool = new ImagePool(width, height, channels, 3);
        feature = Feature.image(name, height, width, channels);
    }

    void take() {
        Image image = pool.take();
        if (image == null) {
            throw new AssertionError("Nobody gives pictures back");
        }
        ByteBuffer pixels = image.pixels();
        int channels = image.channels();
        for (int i = 0; i < pixels.capacity(); i++) {
            int x = i / channels % image.width();
            int y = i / channels / image.width();
            int bar = (x + (int) taken * 8) / 32 % 2;
            int channel = i % channels;
            pixels.put(i, (byte) (bar * 90 + (channel == 0 ? x : channel == 1 ? y : 255 - x) / 4));
        }
        image.stamp(taken * 1000, taken++);
        newest.publish(image);
    }

    @Override
    public Feature feature() {
        return feature;
    }

    @Override
    public @Nullable Image newest() {
        return newest.acquire();
    }
}
