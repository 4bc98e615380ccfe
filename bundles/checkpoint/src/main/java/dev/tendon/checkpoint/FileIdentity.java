/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a file's content apart without reading it: by device, inode, size and the time of its last change, which a system keeps itself and nobody
 * can set. A file that was changed just now has none, since it may change once more within one step of that time; nor has any file where the
 * system does not tell (Windows).
 */
final class FileIdentity {
    private static final Duration SETTLED = Duration.ofSeconds(2);
    private static final String ATTRIBUTES = "unix:dev,ino,size,ctime";

    private FileIdentity() {}

    static Optional<String> of(Path file, Instant now) throws IOException {
        Map<String, Object> facts;
        try {
            facts = Files.readAttributes(file, ATTRIBUTES);
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return Optional.empty();
        }
        Instant changed = ((FileTime) facts.get("ctime")).toInstant();
        return Duration.between(changed, now).compareTo(SETTLED) < 0
                ? Optional.empty()
                : Optional.of(facts.get("dev") + " " + facts.get("ino") + " " + facts.get("size") + " " + changed);
    }
}
