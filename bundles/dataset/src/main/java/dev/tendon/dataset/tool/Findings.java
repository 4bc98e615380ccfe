/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.FormatException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Collects findings; keeps so many, and counts the rest. Thread: its creator's. */
final class Findings {
    /** Beyond this many nobody reads on, and a hostile set must not fill the memory. */
    private static final int KEPT = 2_000;

    private final Path root;
    private final List<Finding> kept = new ArrayList<>();
    private long errors;
    private long warnings;

    Findings(Path root) {
        this.root = root;
    }

    void add(Finding finding) {
        if (finding.severity() == Severity.ERROR) {
            errors++;
        } else {
            warnings++;
        }
        if (kept.size() < KEPT) {
            kept.add(finding);
        }
    }

    /** A file that cannot be read. */
    void unreadable(Path file, Exception thrown) {
        String message = thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
        String name = file.toString();
        String text = message.startsWith(name + ": ") ? message.substring(name.length() + 2) : message;
        int advice = text.lastIndexOf(". ");
        add(Finding.error(
                FindingKind.UNREADABLE_FILE,
                relative(file),
                advice > 0 ? text.substring(0, advice) : text,
                advice > 0 && thrown instanceof FormatException
                        ? text.substring(advice + 2)
                        : "Copy or download this file again"));
    }

    /** {@code file} as the user sees it. */
    Path relative(Path file) {
        return file.startsWith(root) ? root.relativize(file) : file;
    }

    /** Those that are kept, in the order in which they came. */
    List<Finding> kept() {
        return kept;
    }

    Validation result(Path where, boolean quick, long rows) {
        return new Validation(where, quick, rows, kept, errors, warnings);
    }
}
