/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

import dev.tendon.api.device.DeviceException;

/** What to say where the native libraries cannot be loaded. */
final class NoNatives {
    private NoNatives() {}

    static DeviceException on(String label, LinkageError e) {
        return new DeviceException(
                label + ": this distribution's OpenCV and FFmpeg cannot be loaded on "
                        + System.getProperty("os.name") + " " + System.getProperty("os.arch") + " (" + e.getMessage()
                        + "). They are built for Linux on x86-64; take type=sim elsewhere",
                e);
    }
}
