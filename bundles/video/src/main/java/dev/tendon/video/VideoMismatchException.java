/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video;

import java.io.IOException;

/** Videos that were to be joined differ in what all frames of one file must have in common. The message says in what. */
public final class VideoMismatchException extends IOException {
    private static final long serialVersionUID = 1;

    public VideoMismatchException(String message) {
        super(message);
    }
}
