/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file of a training's state is missing, damaged, or of another training. The message names the file and what to do. */
public final class TrainingStateException extends IOException {
    private static final long serialVersionUID = 1;

    /** What is wrong in {@code file}: a clause without a full stop. */
    public TrainingStateException(Path file, String problem) {
        this(file, problem, null);
    }

    /** What is wrong in {@code file}: a clause without a full stop; and what caused it. */
    public TrainingStateException(Path file, String problem, @Nullable Throwable cause) {
        super(file + ": " + problem + ". Resume from another checkpoint, or copy this one again", cause);
    }
}
