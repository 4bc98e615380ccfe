/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.camera;

import java.util.List;
import java.util.Optional;

/**
 * A camera that was found.
 *
 * @param id what the camera's option takes, as in file names: {@code 0}, {@code /dev/video2}
 * @param name the camera's own name: {@code HD Pro Webcam C920}
 * @param modes what it can deliver; empty where it does not tell
 * @param remarks on its modes, a sentence each
 * @param problem why it delivers nothing to this user now, and what to do about it
 * @param config options that open it in its default mode; none where there is a problem, or no mode is known
 */
public record FoundCamera<C extends Record>(
        String id,
        String name,
        List<CameraMode> modes,
        List<String> remarks,
        Optional<String> problem,
        Optional<C> config) {
    public FoundCamera {
        modes = List.copyOf(modes);
        remarks = List.copyOf(remarks);
    }
}
