/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Everything that this package changes on a disk, one operation a call, so that a test can let each of them fail in turn, or
 * end the world after it. {@link LocalFiles} is the real one. Reading needs no such layer: it breaks nothing. Thread: any.
 *
 * <p>What was written is durable after {@link Sink#sync()} or {@link #sync(Path)}; that a file is there, under this name,
 * after {@link #syncFolder(Path)} of its folder.
 */
@ConsumerType
public interface FileLayer {
    /**
     * Makes a new file, to be written from its start to its end.
     *
     * @throws java.nio.file.FileAlreadyExistsException where there is one
     */
    Sink create(Path file) throws IOException;

    /** Makes durable what another has written to {@code file}: an encoder, a Parquet writer. */
    void sync(Path file) throws IOException;

    /** Makes durable which files {@code folder} holds. Does nothing on a system that has no such call (Windows). */
    void syncFolder(Path folder) throws IOException;

    /** Makes a folder, and those above it that are missing; does nothing where it is there. */
    void makeFolder(Path folder) throws IOException;

    /** Gives a file or folder another name on the same file system, in one step; a file replaces a file of that name. */
    void move(Path from, Path to) throws IOException;

    /** Makes {@code copy} a second name of a file, or a copy of it where the file system has no such names. */
    void linkOrCopy(Path file, Path copy) throws IOException;

    /**
     * Lets two folders of one file system swap their names in one step.
     *
     * @throws UnsupportedOperationException where the system or the file system has no such call; nothing is changed then
     */
    void exchange(Path one, Path other) throws IOException;

    /** Deletes a file or an empty folder; does nothing where there is none. */
    void delete(Path file) throws IOException;

    /** Bytes that can still be written in {@code folder}. */
    long freeBytes(Path folder) throws IOException;

    /** A file while it is written. Thread: its creator's. */
    interface Sink extends Closeable {
        /** Appends all remaining bytes; {@link #size()} grows only when all are written. */
        void write(ByteBuffer bytes) throws IOException;

        /** Makes durable what was written so far. */
        void sync() throws IOException;

        /** Bytes written so far. */
        long size();

        /** Closes it without syncing. Idempotent. */
        @Override
        void close() throws IOException;
    }
}
