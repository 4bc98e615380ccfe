/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

import dev.tendon.api.option.Alias;

/** How OpenCV talks to the device; names and numbers are LeRobot's (0.6, cameras/configs.py) and OpenCV's. */
public enum Backend {
    /** OpenCV chooses. */
    @Alias("0")
    ANY(0),
    /** Video4Linux 2. */
    @Alias("200")
    V4L2(200);

    private final int number;

    Backend(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
