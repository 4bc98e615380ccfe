/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** There is no room left on the disk. What was durable before stays whole. */
public final class DiskFullException extends IOException {
    private static final long serialVersionUID = 1;

    /** ENOSPC, EDQUOT and ERROR_DISK_FULL in the words of Linux, macOS and Windows; the JDK keeps no error number. */
    private static final List<String> WORDS =
            List.of("no space left", "quota exceeded", "not enough space", "disk is full", "disc quota");

    public DiskFullException(Path file, @Nullable Throwable cause) {
        super(
                "No room left on the disk for " + file + ". What was saved is whole, and the running episode is kept as"
                        + " far as it was written. Free some space, then record on with --resume=true: the episode is"
                        + " offered then",
                cause);
    }

    /** {@code problem}, or what it means where the disk is full. */
    static IOException explain(Path file, IOException problem) {
        String message = String.valueOf(problem.getMessage()).toLowerCase(Locale.ROOT);
        return !(problem instanceof DiskFullException) && WORDS.stream().anyMatch(message::contains)
                ? new DiskFullException(file, problem)
                : problem;
    }
}
