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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A disk whose n-th operation goes wrong. It works on real files, notes what is not durable yet, and after a crash
 * takes away what a power cut may take: the unsynced end of files, and the latest names that no folder was synced for. It never
 * really syncs, so a sweep is fast.
 */
final class FaultyFiles implements FileLayer {
    private final LocalFiles disk = new LocalFiles();
    private final Path backups;
    private final Fault fault;
    private final int at;
    private final List<String> operations = new ArrayList<>();
    private final List<Undo> names = new ArrayList<>();
    private final Map<Path, Long> durableBytes = new HashMap<>();
    private boolean exchanges = true;
    private boolean crashed;
    private int backup;

    /** How it goes wrong. */
    enum Fault {
        /** Nothing does. */
        NONE,
        /** The operation fails; the ones after it work. */
        FAIL,
        /** It fails halfway, and so do all that need room after it. */
        FULL,
        /** It is the last that is done; all later ones fail. */
        CRASH
    }

    /** What a crash leaves of what is not durable. */
    enum Loss {
        /** All is there: the process was killed, the machine lives. */
        NOTHING,
        /** All of it is gone. */
        EVERYTHING,
        /** Some of it. */
        SOME
    }

    /** Thrown at whoever goes on after the crash. */
    static final class CrashedException extends IOException {
        private static final long serialVersionUID = 1;

        CrashedException() {
            super("The machine is off");
        }
    }

    FaultyFiles(Path backups, Fault fault, int at) {
        this.backups = backups;
        this.fault = fault;
        this.at = at;
    }

    /** A disk that works. */
    static FaultyFiles sound() {
        return new FaultyFiles(Path.of("unused"), Fault.NONE, 0);
    }

    /** Whether it can let two folders swap their names. */
    void exchanges(boolean can) {
        exchanges = can;
    }

    /** What was asked for, in order. */
    List<String> operations() {
        return operations;
    }

    private interface Work {
        void run() throws IOException;
    }

    private void operation(String name, boolean needsRoom, Work work) throws IOException {
        if (crashed) {
            throw new CrashedException();
        }
        int number = operations.size();
        operations.add(name);
        if (fault == Fault.FAIL && number == at) {
            throw new IOException("Input/output error (injected at " + number + ": " + name + ")");
        }
        if (fault == Fault.FULL && number >= at && needsRoom) {
            throw new DiskFullException(Path.of(name), null);
        }
        work.run();
        if (fault == Fault.CRASH && number == at) {
            crashed = true;
        }
    }

    @Override
    public Sink create(Path file) throws IOException {
        Sink[] made = new Sink[1];
        operation("create " + file.getFileName(), true, () -> {
            made[0] = disk.create(file);
            durableBytes.put(file, 0L);
            names.add(new Undo(file.getParent(), () -> Files.deleteIfExists(file)));
        });
        return new FaultySink(file, made[0]);
    }

    @Override
    public void sync(Path file) throws IOException {
        operation("sync " + file.getFileName(), false, () -> {
            durableBytes.put(file, Files.size(file));
        });
    }

    /** Notes that another has made {@code file} and written to it. */
    void written(Path file) {
        if (durableBytes.putIfAbsent(file, 0L) == null) {
            names.add(new Undo(file.getParent(), () -> Files.deleteIfExists(file)));
        }
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        operation("sync folder " + folder.getFileName(), false, () -> {
            names.removeIf(undo -> undo.folder.equals(folder));
        });
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            operation("make folder " + folder.getFileName(), true, () -> {
                List<Path> made = new ArrayList<>();
                for (Path f = folder; f != null && !Files.exists(f); f = f.getParent()) {
                    made.add(0, f);
                }
                disk.makeFolder(folder);
                made.forEach(f -> names.add(new Undo(f.getParent(), () -> Trees.delete(disk, f))));
            });
        }
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        operation("move " + from.getFileName() + " to " + to.getFileName(), false, () -> {
            Path replaced = backups.resolve("replaced-" + backup++);
            boolean replaces = fault == Fault.CRASH && Files.isRegularFile(to);
            if (replaces) {
                Files.copy(to, replaced);
            }
            disk.move(from, to);
            moveNotes(from, to);
            names.add(new Undo(to.getParent(), () -> {
                if (Files.exists(to) && !Files.exists(from) && Files.isDirectory(from.getParent())) {
                    Files.move(to, from);
                    moveNotes(to, from);
                }
                if (replaces) {
                    Files.copy(replaced, to, StandardCopyOption.REPLACE_EXISTING);
                }
            }));
        });
    }

    private void exchangeNotes(Path one, Path other) {
        Path aside = one.resolveSibling("aside");
        moveNotes(one, aside);
        moveNotes(other, one);
        moveNotes(aside, other);
    }

    private void moveNotes(Path from, Path to) {
        durableBytes.keySet().removeIf(file -> file.startsWith(to));
        Map<Path, Long> moved = new HashMap<>();
        durableBytes.forEach((file, bytes) -> moved.put(
                file.startsWith(from) ? to.resolve(from.relativize(file).toString()) : file, bytes));
        durableBytes.clear();
        moved.forEach((file, bytes) -> durableBytes.put(file, bytes));
    }

    @Override
    public void linkOrCopy(Path file, Path copy) throws IOException {
        operation("link " + file.getFileName(), true, () -> {
            disk.linkOrCopy(file, copy);
            names.add(new Undo(copy.getParent(), () -> Files.deleteIfExists(copy)));
        });
    }

    @Override
    public void exchange(Path one, Path other) throws IOException {
        operation("exchange " + one.getFileName() + " and " + other.getFileName(), false, () -> {
            if (!exchanges) {
                throw new UnsupportedOperationException();
            }
            disk.exchange(one, other);
            exchangeNotes(one, other);
            names.add(new Undo(one.getParent(), () -> {
                disk.exchange(one, other);
                exchangeNotes(one, other);
            }));
        });
    }

    @Override
    public void delete(Path file) throws IOException {
        if (Files.exists(file)) {
            operation("delete " + file.getFileName(), false, () -> {
                boolean folder = Files.isDirectory(file);
                Path kept = backups.resolve("deleted-" + backup++);
                if (!folder && fault == Fault.CRASH) {
                    Files.copy(file, kept);
                }
                disk.delete(file);
                durableBytes.remove(file);
                names.add(new Undo(file.getParent(), () -> {
                    if (!Files.isDirectory(file.getParent())) {
                        return;
                    }
                    if (folder) {
                        Files.createDirectory(file);
                    } else {
                        Files.copy(kept, file, StandardCopyOption.REPLACE_EXISTING);
                    }
                }));
            });
        }
    }

    @Override
    public long freeBytes(Path folder) throws IOException {
        return disk.freeBytes(folder);
    }

    /** Leaves the disk as it may be found after the crash. */
    void lose(Loss loss, Random random) throws IOException {
        if (loss == Loss.NOTHING) {
            return;
        }
        for (Map.Entry<Path, Long> file : Map.copyOf(durableBytes).entrySet()) {
            if (Files.isRegularFile(file.getKey())) {
                tear(file.getKey(), file.getValue(), loss, random);
            }
        }
        int kept = loss == Loss.EVERYTHING ? 0 : random.nextInt(names.size() + 1);
        for (int i = names.size() - 1; i >= kept; i--) {
            names.get(i).work.run();
        }
    }

    /** Cuts the unsynced end off, or some of it; what is left of it may be zeros, as after a late allocation. */
    private static void tear(Path file, long durable, Loss loss, Random random) throws IOException {
        long size = Files.size(file);
        if (size <= durable) {
            return;
        }
        long left = loss == Loss.EVERYTHING ? durable : durable + (long) (random.nextDouble() * (size - durable + 1));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(left);
            if (left > durable && random.nextInt(3) == 0) {
                long from = durable + (long) (random.nextDouble() * (left - durable));
                channel.write(ByteBuffer.allocate((int) (left - from)), from);
            }
        }
    }

    private record Undo(Path folder, Work work) {}

    private final class FaultySink implements Sink {
        private final Path file;
        private final Sink sink;

        FaultySink(Path file, Sink sink) {
            this.file = file;
            this.sink = sink;
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            int number = operations.size();
            if ((fault == Fault.FAIL || fault == Fault.FULL) && number == at && bytes.remaining() > 1) {
                ByteBuffer half = bytes.duplicate();
                half.limit(half.position() + half.remaining() / 2);
                sink.write(half);
            }
            operation("write " + file.getFileName(), true, () -> sink.write(bytes));
        }

        @Override
        public void sync() throws IOException {
            operation("sync " + file.getFileName(), false, () -> {
                durableBytes.put(file, Files.size(file));
            });
        }

        @Override
        public long size() {
            return sink.size();
        }

        @Override
        public void close() throws IOException {
            sink.close();
        }
    }
}
