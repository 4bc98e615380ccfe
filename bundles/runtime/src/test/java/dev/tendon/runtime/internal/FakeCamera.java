/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.camera.Camera;
import dev.tendon.api.device.Adoptable;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.HandOver;
import dev.tendon.api.feature.Feature;
import dev.tendon.api.frame.Image;
import dev.tendon.api.frame.ImagePool;
import dev.tendon.api.frame.NewestImage;

/** Takes a picture whenever the test says so. */
class FakeCamera implements Camera, Adoptable {
    final ImagePool pool = new ImagePool(4, 3, 1, 4);
    final NewestImage newest = new NewestImage();
    private final int width;
    volatile boolean closed;
    private long sequence;

    FakeCamera(int width) {
        this.width = width;
    }

    void take() {
        take(1);
    }

    /** @param timestampNs when it says that it was */
    void take(long timestampNs) {
        Image image = pool.take();
        if (image != null) {
            image.stamp(timestampNs, sequence++);
            newest.publish(image);
        }
    }

    @Override
    public Feature feature(String name) {
        return Feature.image(name, 3, width, 1);
    }

    @Override
    public void connect() throws DeviceException {
        take();
    }

    @Override
    public Image newest() {
        return newest.acquire();
    }

    @Override
    public HandOver handOver() {
        return HandOver.ofState("");
    }

    @Override
    public void adopt(HandOver from) {
        take();
    }

    @Override
    public void close() {
        closed = true;
        newest.clear();
    }
}
