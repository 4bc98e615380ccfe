/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video;

import java.io.IOException;

/** A video has no frame that is near enough to the time asked for. The message names the file and both times. */
public final class FrameNotFoundException extends IOException {
    private static final long serialVersionUID = 1;

    public FrameNotFoundException(String message) {
        super(message);
    }
}
