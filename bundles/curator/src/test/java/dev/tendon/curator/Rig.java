/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.curator;

import dev.tendon.lib.javacv.Natives;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Datasets and videos for the verbs' tests. */
public final class Rig {
    public static final Video VIDEO = Video.of(new Natives(Path.of(System.getProperty("java.io.tmpdir")), "test"));

    private Rig() {}

    /** A copy of a dataset that LeRobot wrote; see that folder's README. */
    public static Path golden(String name, Path to) throws IOException {
        Path from = Path.of("../dataset/src/test/resources/golden", name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return to;
    }
}
