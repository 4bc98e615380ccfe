/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.write.FilePosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the number of a new file: the one behind the last that is there, so that it sorts last, as LeRobot reads them (0.6,
 * datasets/io_utils.py, {@code load_nested_dataset}). Listed once, when a dataset is opened. Thread: any.
 */
final class Numbering {
    private static final int MOST_CHUNKS = 1000;

    private Numbering() {}

    /**
     * The position behind the last file of {@code template} below {@code root}.
     *
     * @param template with fields in braces, as {@code info.json} has them; {@code chunk_index} and {@code file_index} are sought
     */
    static FilePosition next(Path root, String template, int chunksSize) throws IOException {
        String fixed = template.substring(0, template.indexOf('{') < 0 ? template.length() : template.indexOf('{'));
        Path folder = root.resolve(fixed.substring(0, fixed.lastIndexOf('/') + 1));
        FilePosition next = FilePosition.FIRST;
        if (Files.isDirectory(folder)) {
            Pattern pattern = pattern(template);
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.toList()) {
                    Matcher matcher =
                            pattern.matcher(root.relativize(file).toString().replace('\\', '/'));
                    if (matcher.matches()) {
                        FilePosition behind = new FilePosition(
                                        Integer.parseInt(matcher.group("chunk")),
                                        Integer.parseInt(matcher.group("file")))
                                .next(chunksSize);
                        next = behind.compareTo(next) > 0 ? behind : next;
                    }
                }
            }
        }
        return next;
    }

    private static Pattern pattern(String template) {
        String chunk = "\\{chunk_index(:0?\\d{1,2}d)?}";
        String file = "\\{file_index(:0?\\d{1,2}d)?}";
        StringBuilder regex = new StringBuilder();
        Matcher fields = Pattern.compile(chunk + "|" + file).matcher(template);
        int at = 0;
        boolean chunkSeen = false;
        boolean fileSeen = false;
        while (fields.find()) {
            regex.append(Pattern.quote(template.substring(at, fields.start())));
            boolean isChunk = fields.group().startsWith("{chunk");
            boolean seen = isChunk ? chunkSeen : fileSeen;
            regex.append(seen ? "\\d{1,9}" : isChunk ? "(?<chunk>\\d{1,9})" : "(?<file>\\d{1,9})");
            chunkSeen |= isChunk;
            fileSeen |= !isChunk;
            at = fields.end();
        }
        regex.append(Pattern.quote(template.substring(at)));
        if (!chunkSeen || !fileSeen) {
            throw new IllegalArgumentException("The path \"" + template + "\" has no chunk_index and file_index");
        }
        return Pattern.compile(regex.toString());
    }

    /**
     * Checks that a position still sorts behind all before it: names are compared as texts, and LeRobot's have three digits.
     *
     * @throws FormatException where it does not
     */
    static void check(Path root, List<FilePosition> positions) throws FormatException {
        for (FilePosition position : positions) {
            if (position.chunk() >= MOST_CHUNKS) {
                throw new FormatException(
                        root,
                        "it has as many files as LeRobot can put in order",
                        "Begin another dataset, and join the two with tendon dataset merge");
            }
        }
    }
}
