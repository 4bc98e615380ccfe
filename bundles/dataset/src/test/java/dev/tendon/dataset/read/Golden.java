/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tendon.lib.javacv.Natives;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Datasets that LeRobot wrote, and what it read back; see the README beside them. */
final class Golden {
    static final Video VIDEO = Video.of(new Natives(Path.of(System.getProperty("java.io.tmpdir")), "test"));
    static final String CAMERA = "observation.images.front";

    /** With the windows of the items. */
    static final ReadOptions WINDOWS = ReadOptions.DEFAULT
            .withWindow("action", List.of(0.0, 0.1, 0.2, 0.3))
            .withWindow("observation.state", List.of(-0.1, 0.0));

    private Golden() {}

    static Path set(String name) {
        return Path.of("src/test/resources/golden", name);
    }

    static JsonNode items(String name) throws IOException {
        return new ObjectMapper()
                .readTree(Path.of("src/test/resources/golden-items", name + ".json")
                        .toFile())
                .get("items");
    }
}
