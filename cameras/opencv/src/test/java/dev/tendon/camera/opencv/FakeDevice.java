/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

import dev.tendon.api.device.DeviceException;
import java.nio.ByteBuffer;
import java.util.concurrent.LinkedBlockingQueue;

/** A device that delivers what a test puts in: a grey value, -1 where it is gone, -2 where it is silent for a while. */
final class FakeDevice implements Capture, Capture.Opener {
    final LinkedBlockingQueue<Integer> pictures = new LinkedBlockingQueue<>();
    /** What passes while it is silent. */
    Runnable silence = () -> {};

    volatile boolean there = true;
    volatile int opened;
    volatile int closed;

    @Override
    public synchronized Capture open(OpenCvCameraConfig config, String label) throws DeviceException {
        if (!there) {
            throw new DeviceException(label + ": not there");
        }
        opened++;
        return this;
    }

    @Override
    public boolean read(ByteBuffer into) throws DeviceException {
        int value;
        try {
            value = pictures.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeviceException("interrupted", e);
        }
        if (value == -2) {
            silence.run();
        }
        if (value < 0) {
            return false;
        }
        for (int i = 0; i < into.capacity(); i++) {
            into.put(i, (byte) value);
        }
        return true;
    }

    @Override
    public synchronized void close() {
        closed++;
    }
}
