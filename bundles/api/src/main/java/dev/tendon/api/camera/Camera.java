/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.camera;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.feature.Feature;
import dev.tendon.api.frame.Image;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A camera. A thread of its own keeps the newest picture ({@link dev.tendon.api.frame.NewestImage}); the loop picks it up and
 * never waits.
 */
@ConsumerType
public interface Camera extends AutoCloseable {
    /** The pictures it delivers, under {@code name}. Valid before connect; constant afterwards. Thread: any. */
    Feature feature(String name);

    /**
     * Opens the camera, sets it up and waits for its first picture; all or nothing. Several cameras connect at
     * once, and an interrupt ends it soon. Does nothing when connected already. Thread: one of the session's, before the loop.
     *
     * @throws DeviceException where it is not there, delivers nothing, or did not take a setting (with the actual value)
     */
    void connect() throws DeviceException;

    /**
     * The newest picture, with a reference that the caller releases; null before the first and after the camera was lost. Wait-free.
     * Its age is the caller's to judge, by {@link Image#timestampNs}. Thread: any.
     */
    @Nullable
    Image newest();

    /** Stops the thread and closes the camera. Idempotent. Thread: any. */
    @Override
    void close();
}
