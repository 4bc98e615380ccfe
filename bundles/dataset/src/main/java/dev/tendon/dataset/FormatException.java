/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A dataset on disk is damaged, incomplete, or in a form that this reader does not know. The message names the file, what is
 * wrong in it, and what to do. Commands answer it with exit code 4.
 */
public class FormatException extends IOException {
    private static final long serialVersionUID = 1;

    public FormatException(String message) {
        super(message);
    }

    public FormatException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * {@code problem} and {@code advice} are sentences; the first begins in lower case and follows the file's name.
     */
    public FormatException(Path file, String problem, String advice) {
        this(file + ": " + problem + ". " + advice);
    }
}
