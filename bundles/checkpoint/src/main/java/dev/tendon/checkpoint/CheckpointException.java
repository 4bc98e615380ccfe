/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import java.io.IOException;
import java.nio.file.Path;

/** A checkpoint is incomplete, damaged, or asks for what is not known here. The message names the file and what to do. */
public final class CheckpointException extends IOException {
    private static final long serialVersionUID = 1;

    CheckpointException(Path file, String problem, String advice) {
        super(file + ": " + problem + ". " + advice);
    }

    CheckpointException(Path file, String problem, String advice, Throwable cause) {
        super(file + ": " + problem + ". " + advice, cause);
    }
}
