/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** The local disk. Where it is full, says so with advice ({@link DiskFullException}). Thread: any. */
public final class LocalFiles implements FileLayer {
    private static final boolean WINDOWS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

    @Override
    public Sink create(Path file) throws IOException {
        return guarded(
                file,
                () -> new LocalSink(
                        file, FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)));
    }

    @Override
    public void sync(Path file) throws IOException {
        guarded(file, () -> {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            return file;
        });
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        if (WINDOWS) {
            return; // It cannot open a folder; NTFS journals names by itself.
        }
        guarded(folder, () -> {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
            return folder;
        });
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        guarded(folder, () -> Files.createDirectories(folder));
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        guarded(to, () -> Files.move(from, to, StandardCopyOption.ATOMIC_MOVE));
    }

    @Override
    public void linkOrCopy(Path file, Path copy) throws IOException {
        guarded(copy, () -> {
            try {
                return Files.createLink(copy, file);
            } catch (UnsupportedOperationException | java.nio.file.FileSystemException e) {
                if (Files.exists(copy) || !Files.exists(file)) {
                    throw e;
                }
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                sync(copy);
                return copy;
            }
        });
    }

    @Override
    public void exchange(Path one, Path other) throws IOException {
        FolderExchange.exchange(one, other);
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public long freeBytes(Path folder) throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private static <T> T guarded(Path file, Work<T> work) throws IOException {
        try {
            return work.run();
        } catch (IOException e) {
            throw DiskFullException.explain(file, e);
        }
    }

    private static final class LocalSink implements Sink {
        private final Path file;
        private final FileChannel channel;
        private long size;

        LocalSink(Path file, FileChannel channel) {
            this.file = file;
            this.channel = channel;
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            long length = bytes.remaining();
            try {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            } catch (IOException e) {
                throw DiskFullException.explain(file, e);
            }
            size += length;
        }

        @Override
        public void sync() throws IOException {
            try {
                channel.force(true);
            } catch (IOException e) {
                throw DiskFullException.explain(file, e);
            }
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
