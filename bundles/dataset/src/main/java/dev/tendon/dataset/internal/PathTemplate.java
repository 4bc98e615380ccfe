/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

import dev.tendon.dataset.FormatException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a dataset keeps its files, as {@code info.json} says: {@code data/chunk-{chunk_index:03d}/file-{file_index:03d}.parquet}.
 * Of Python's format language what LeRobot writes: a name, and a width filled up with zeros. What it gives lies below the
 * dataset's folder. Thread: any.
 */
public final class PathTemplate {
    private static final Pattern FIELD = Pattern.compile("\\{([A-Za-z_]+)(?::0?(\\d{1,2})d)?}");

    private final Path infoFile;
    private final Path root;
    private final String template;

    public PathTemplate(Path infoFile, Path root, String template) {
        this.infoFile = infoFile;
        this.root = root;
        this.template = template;
    }

    /**
     * The path for {@code fields}, whose values are texts or numbers.
     *
     * @throws FormatException where the template is malformed, names another field, or leads out of the dataset's folder
     */
    public Path expand(Map<String, Object> fields) throws FormatException {
        StringBuilder path = new StringBuilder();
        Matcher matcher = FIELD.matcher(template);
        int at = 0;
        while (matcher.find()) {
            path.append(template, at, matcher.start()).append(field(matcher, fields));
            at = matcher.end();
        }
        path.append(template, at, template.length());
        if (path.indexOf("{") >= 0 || path.indexOf("}") >= 0) {
            throw Damage.in(infoFile, "the path \"" + template + "\" has a part in braces that is not understood");
        }
        return inside(path.toString());
    }

    private String field(Matcher matcher, Map<String, Object> fields) throws FormatException {
        Object value = fields.get(matcher.group(1));
        if (value == null) {
            throw Damage.in(
                    infoFile,
                    "the path \"" + template + "\" asks for {" + matcher.group(1) + "}; known are " + fields.keySet());
        }
        return matcher.group(2) != null && value instanceof Number number
                ? String.format(
                        Locale.ROOT, "%0" + Math.max(1, Integer.parseInt(matcher.group(2))) + "d", number.longValue())
                : value.toString();
    }

    private Path inside(String path) throws FormatException {
        try {
            Path relative = Path.of(path);
            boolean windows = path.indexOf('\\') >= 0 || path.indexOf(':') >= 0;
            if (!windows
                    && !relative.isAbsolute()
                    && relative.equals(relative.normalize())
                    && !path.isEmpty()
                    && !path.startsWith("..")) {
                return root.resolve(relative);
            }
        } catch (InvalidPathException e) {
            // Told below.
        }
        throw Damage.in(infoFile, "the path \"" + path + "\" leads out of the dataset's folder, or is no path");
    }
}
