/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import java.nio.file.Path;
import java.util.List;

/**
 * What a {@link Validator} found.
 *
 * @param root the dataset
 * @param quick whether nothing was decoded
 * @param rows how many rows were looked at
 * @param findings what is wrong; at most 2000, the first that were found
 * @param errors how many errors there are, listed or not
 * @param warnings how many warnings there are, listed or not
 */
public record Validation(Path root, boolean quick, long rows, List<Finding> findings, long errors, long warnings) {
    public Validation {
        findings = List.copyOf(findings);
    }

    /** Whether nothing is wrong that matters. */
    public boolean valid() {
        return errors == 0;
    }

    /** Findings that are not listed. */
    public long unlisted() {
        return errors + warnings - findings.size();
    }
}
