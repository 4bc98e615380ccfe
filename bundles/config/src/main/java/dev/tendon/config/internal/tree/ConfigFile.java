/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config.internal.tree;

import dev.tendon.config.internal.tree.Value.Entries;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Reads configuration files: {@code .json} as JSON, everything else as YAML, as draccus does. UTF-8, at most 8 MiB. */
public final class ConfigFile {
    private static final int MAX_BYTES = 8 << 20;

    private ConfigFile() {}

    /**
     * Reads a file that holds a map of options.
     *
     * @param name the file, as the user gave it
     * @throws MalformedException that names the file and says what is wrong with it
     */
    public static Entries read(String name, Source.Layer layer) throws MalformedException {
        try {
            Path file = Path.of(name);
            if (Files.isDirectory(file)) {
                throw new MalformedException(name + " is a folder, not a JSON or YAML file");
            }
            return read(file, name, layer);
        } catch (InvalidPathException e) {
            throw new MalformedException(name + " is no file name: " + e.getReason(), e);
        } catch (NoSuchFileException e) {
            throw new MalformedException(name + ": no such file", e);
        } catch (CharacterCodingException e) {
            throw new MalformedException(name + " is not UTF-8 text", e);
        } catch (IOException e) {
            throw new MalformedException(name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Entries read(Path file, String name, Source.Layer layer) throws IOException, MalformedException {
        String kind = name.toLowerCase(Locale.ROOT);
        if (kind.endsWith(".toml")) {
            throw new MalformedException(name + ": TOML is not supported, give JSON or YAML");
        }
        String text = text(file, name);
        Value value;
        try {
            value = kind.endsWith(".json") ? JsonReader.read(text, name, layer) : YamlReader.file(text, name, layer);
        } catch (MalformedException e) {
            throw new MalformedException(name + ": " + e.getMessage(), e);
        }
        if (value instanceof Entries entries) {
            return entries;
        }
        throw new MalformedException(name + " holds no map of options, but " + value.shown());
    }

    private static String text(Path file, String name) throws IOException, MalformedException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        }
        if (bytes.length > MAX_BYTES) {
            throw new MalformedException(
                    name + " is larger than " + (MAX_BYTES >> 20) + " MiB: that is no configuration");
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
