/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The right to change the store, for one process at a time; ends with the process at the latest. Thread: its
 * creator's.
 */
public final class StoreLock implements AutoCloseable {
    /** The locked byte lies far behind the text, which thereby can be read where locks are mandatory. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final FileChannel channel;

    private StoreLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock if it is free. Creates the store's folder.
     *
     * @param holder who wants it, for the others: {@code "plugins update"}
     */
    public static Optional<StoreLock> tryAcquire(StoreLayout layout, String holder) throws IOException {
        Files.createDirectories(layout.root());
        FileChannel channel = FileChannel.open(layout.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(
                    ("process " + ProcessHandle.current().pid() + " (" + holder + ")\n").getBytes(UTF_8)));
            return Optional.of(new StoreLock(channel));
        } catch (OverlappingFileLockException e) {
            channel.close(); // somebody else in this process has it
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Who took the lock last, in words. */
    public static String holder(StoreLayout layout) {
        try {
            String text = Files.readString(layout.lock(), UTF_8).strip();
            return text.isEmpty() ? "another process" : text;
        } catch (IOException e) {
            return "another process";
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
