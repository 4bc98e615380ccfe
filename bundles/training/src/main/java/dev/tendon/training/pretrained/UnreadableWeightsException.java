/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.pretrained;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file of published weights is damaged, or holds something else. The message names the file and what to do. */
public final class UnreadableWeightsException extends IOException {
    private static final long serialVersionUID = 1;

    UnreadableWeightsException(Path file, String problem) {
        this(file, problem, null);
    }

    UnreadableWeightsException(Path file, String problem, @Nullable Throwable cause) {
        super(file + ": " + problem + ". Download the weights again", cause);
    }
}
