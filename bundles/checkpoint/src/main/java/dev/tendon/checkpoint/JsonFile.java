/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the small JSON files of a checkpoint. */
final class JsonFile {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** No such file that LeRobot writes has more than a few kilobytes. */
    private static final int MAX_BYTES = 1 << 20;

    private static final String AGAIN = "Copy the checkpoint again";

    private JsonFile() {}

    static JsonNode read(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw new CheckpointException(file, "it is missing from the checkpoint", AGAIN, e);
        }
        if (bytes.length > MAX_BYTES) {
            throw new CheckpointException(file, "it has more than " + MAX_BYTES + " bytes", AGAIN);
        }
        try {
            return MAPPER.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new CheckpointException(file, "it is no valid JSON: " + e.getOriginalMessage(), AGAIN, e);
        }
    }
}
