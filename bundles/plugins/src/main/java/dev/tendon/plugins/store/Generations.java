/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the generation in force, and puts the next one in force. Thread: any; {@link #commit} under the {@link StoreLock}. */
public final class Generations {
    private static final int READ_TRIES = 5;

    private final StoreLayout layout;
    private final StoreFiles files;

    public Generations(StoreLayout layout, StoreFiles files) {
        this.layout = layout;
        this.files = files;
    }

    /**
     * The number of the generation in force; 0 if there is none. Cheap enough for polling.
     *
     * @throws DamagedStoreException if {@code current} holds anything else
     */
    public long number() throws IOException {
        String text;
        try {
            text = Files.readString(layout.current(), UTF_8);
        } catch (NoSuchFileException e) {
            return 0;
        }
        try {
            long number = Long.parseLong(text.strip());
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the answer for everything that is not a generation's number
        }
        throw new DamagedStoreException(layout.current(), "it holds no generation's number", layout.current());
    }

    /**
     * The generation in force; {@link Generation#NONE} if there is none.
     *
     * @throws DamagedStoreException if a file is missing or torn
     */
    public Generation read() throws IOException {
        for (int tries = 1; ; tries++) {
            long number = number();
            if (number == 0) {
                return Generation.NONE;
            }
            Path file = layout.generation(number);
            try {
                Generation generation = Generation.parse(Files.readString(file, UTF_8));
                if (generation.number() != number) {
                    throw new IllegalArgumentException("it holds generation " + generation.number());
                }
                return generation;
            } catch (NoSuchFileException e) {
                // collected between our two reads, if there are newer ones
                if (tries == READ_TRIES || number() == number) {
                    throw new DamagedStoreException(file, "it is missing", layout.current());
                }
            } catch (IllegalArgumentException e) {
                throw new DamagedStoreException(file, String.valueOf(e.getMessage()), layout.current());
            }
        }
    }

    /**
     * Puts a generation in force. Its jars have to be in place and forced to disk. After an exception either the old or
     * the new one is in force.
     */
    public void commit(Generation generation) throws IOException {
        files.createFolders(layout.generations());
        files.createFolders(layout.temporary());
        replace(layout.generation(generation.number()), generation.text());
        replace(layout.current(), generation.number() + "\n");
    }

    private void replace(Path file, String text) throws IOException {
        Path written = layout.temporary().resolve(file.getFileName() + ".new");
        files.delete(written);
        files.write(written, text.getBytes(UTF_8));
        files.sync(written);
        files.rename(written, file);
        files.syncFolder(file.getParent());
    }
}
