/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.internal;

import dev.tendon.api.camera.Camera;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.feature.Features;
import dev.tendon.api.frame.Image;
import java.util.List;

/** A camera whose newest picture is taken and given back. */
final class CameraDevice implements Device {
    private final Camera camera;

    CameraDevice(Camera camera) {
        this.camera = camera;
    }

    Camera camera() {
        return camera;
    }

    @Override
    public List<Features> features() {
        return List.of(Features.of(camera.feature("verify")));
    }

    @Override
    public void connect() throws DeviceException {
        camera.connect();
    }

    @Override
    public void tick() {
        Image image = camera.newest();
        if (image != null) {
            image.release();
        }
    }

    @Override
    public void close() {
        camera.close();
    }
}
