/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tendon.api.json.PythonJson;
import dev.tendon.optim.TrainingStateException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The small JSON files of a training's state, as plain data. Thread: any. */
public final class StateJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** The largest lists the parameters of each group; none has a million. */
    private static final int MAX_BYTES = 16 << 20;

    private StateJson() {}

    /** What the file says: maps in the file's order, lists, texts, numbers, truth values and null. */
    public static @Nullable Object read(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw new TrainingStateException(file, "it is missing", e);
        }
        if (bytes.length > MAX_BYTES) {
            throw new TrainingStateException(file, "it has more than " + MAX_BYTES + " bytes");
        }
        try {
            return MAPPER.readValue(bytes, Object.class);
        } catch (JsonProcessingException e) {
            throw new TrainingStateException(file, "it is no valid JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Writes plain data as LeRobot does: aside, synced, moved into place. */
    public static void write(Path file, @Nullable Object plain) throws IOException {
        Path aside = file.resolveSibling("." + file.getFileName() + ".part");
        ByteBuffer bytes = ByteBuffer.wrap(PythonJson.indented(plain).getBytes(StandardCharsets.UTF_8));
        try {
            try (FileChannel channel = FileChannel.open(
                    aside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
