/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.camera;

import java.util.List;

/**
 * A camera that was found.
 *
 * @param id what the camera's option takes, as in file names: {@code 0}, {@code /dev/video2}
 * @param name the camera's own name: {@code HD Pro Webcam C920}
 * @param modes what it can deliver, for people: {@code MJPG 1280x720 at 30 fps}; empty where it does not tell
 * @param config options that open it in its default mode
 */
public record FoundCamera<C extends Record>(String id, String name, List<String> modes, C config) {
    public FoundCamera {
        modes = List.copyOf(modes);
    }
}
