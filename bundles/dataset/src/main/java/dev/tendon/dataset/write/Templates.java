/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.internal.PathTemplate;
import java.nio.file.Path;
import java.util.Map;

/** Paths below a dataset's folder, from {@code info.json}'s templates. */
final class Templates {
    private static final Path NOWHERE = Path.of("");
    private static final Path INFO = Path.of("meta", "info.json");

    private Templates() {}

    /** The path, with slashes; it leads out of nowhere. */
    static String expand(String template, Map<String, Object> fields) throws FormatException {
        return new PathTemplate(INFO, NOWHERE, template)
                .expand(fields)
                .toString()
                .replace('\\', '/');
    }

    /** The same for a template of our own. */
    static String expandKnown(String template, Map<String, Object> fields) {
        try {
            return expand(template, fields);
        } catch (FormatException e) {
            throw new IllegalStateException(template, e);
        }
    }
}
