/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.safetensors;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file is no safetensors file, or a damaged one. The message names the file, what is wrong in it, and what to do. */
public final class SafeTensorsException extends IOException {
    private static final long serialVersionUID = 1;

    SafeTensorsException(Path file, String problem) {
        this(file, problem, null);
    }

    SafeTensorsException(Path file, String problem, @Nullable Throwable cause) {
        super(
                file + ": " + problem + ". Copy or download the file again, or check that it is a safetensors file",
                cause);
    }
}
