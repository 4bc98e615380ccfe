/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import dev.tendon.api.option.ConfigException;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/**
 * The right to write to a dataset, held by one process: a lock of the operating system on {@code .tendon/lock}, which dies with
 * its holder. The file says who holds it, as {@code PID HOST MARK}; so a file that a dead process left behind hinders nobody, and a
 * file system without locks is still guarded against a second writer on this machine. Thread: any.
 */
final class WriterLock implements Closeable {
    private static final int LONGEST = 400;

    private final FileChannel channel;

    private WriterLock(FileChannel channel) {
        this.channel = channel;
    }

    private static Path file(Path root) {
        return root.resolve(Places.TENDON).resolve("lock");
    }

    /**
     * Takes the lock of the dataset at {@code root}, whose folder {@code .tendon} is there.
     *
     * @throws ConfigException where another writes to it
     */
    static WriterLock take(Path root) throws IOException {
        Path file = file(root);
        while (true) {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            boolean taken = false;
            try {
                if (!lock(channel)) {
                    throw refusal(root, holder(channel));
                }
                if (same(channel, file)) { // else its last holder has deleted it meanwhile, and this is another file
                    taken = true;
                    return new WriterLock(channel);
                }
            } finally {
                if (!taken) {
                    channel.close();
                }
            }
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) { // no locks here, as on some network file systems
            return holder(channel).map(Holder::gone).orElse(true);
        }
    }

    /** Whether {@code file} is still the one that was locked: a mark that is written through the channel is found in it. */
    private static boolean same(FileChannel channel, Path file) throws IOException {
        String mine = ProcessHandle.current().pid() + " " + host() + " " + UUID.randomUUID();
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(mine.getBytes(StandardCharsets.UTF_8)), 0);
        try {
            return Files.readString(file, StandardCharsets.UTF_8).equals(mine);
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<Holder> holder(FileChannel channel) {
        try {
            ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
            channel.read(bytes, 0);
            return Holder.parse(new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static ConfigException refusal(Path root, Optional<Holder> holder) {
        return new ConfigException("Dataset " + root + " is being written to by "
                + holder.map(h -> "process " + h.pid() + " on " + h.host()).orElse("another process")
                + ". End that recording first, or record into another folder");
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    /**
     * Gives the right back, and removes the file where it lies now, which is elsewhere once its folder was exchanged. A system that does not
     * let an open file be removed keeps it; without a lock it hinders nobody. Idempotent.
     *
     * @param root the dataset's folder
     */
    void release(Path root) throws IOException {
        if (channel.isOpen()) {
            try (channel) {
                Files.deleteIfExists(file(root));
            } catch (FileSystemException e) {
                // as said
            }
        }
    }

    /** Gives the right back; the file stays. Idempotent. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    private record Holder(long pid, String host) {
        static Optional<Holder> parse(String text) {
            String[] words = text.split(" ", -1);
            try {
                return words.length < 2
                        ? Optional.empty()
                        : Optional.of(new Holder(Long.parseLong(words[0]), words[1]));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        boolean gone() {
            return host.equals(host())
                    && !ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        }
    }
}
