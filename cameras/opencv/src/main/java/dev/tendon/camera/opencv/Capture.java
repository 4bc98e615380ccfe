/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

import dev.tendon.api.device.DeviceException;
import java.nio.ByteBuffer;

/** An open device. Thread: the one that opened it. */
interface Capture extends AutoCloseable {
    /** Opens devices. Thread: any. */
    interface Opener {
        /**
         * Opens the device and sets it up.
         *
         * @throws DeviceException where it is not there, or did not take a setting, with the actual value
         */
        Capture open(OpenCvCameraConfig config, String label) throws DeviceException;
    }

    /**
     * Waits for the next picture, for as long as the driver pleases: a second or so.
     *
     * @param into width x height x 3, as configured before rotation
     * @return false where none came: at once where the device is gone, after the wait where it is silent
     * @throws DeviceException where it came in another size
     */
    boolean read(ByteBuffer into) throws DeviceException;

    @Override
    void close();
}
