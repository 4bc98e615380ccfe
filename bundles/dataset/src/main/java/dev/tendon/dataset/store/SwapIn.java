/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tendon.api.option.ConfigException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts a dataset that was built beside an old one in its place, in one step: who reads, sees the old or the new one, whole.
 *
 * <pre>{@code
 * try (SwapIn swap = SwapIn.begin(new LocalFiles(), root)) {
 *     build(swap.folder());       // reading from root, writing there; hard links to unchanged files are welcome
 *     swap.commit(true);          // root is the new one now, and the old one is root_old
 * }                               // without commit: the new one is removed, root is as it was
 * }</pre>
 *
 * <p>The new one is built in {@code NAME.tendon-new} beside the dataset, under the dataset's writer lock. Committing syncs it, writes
 * down what is to be done ({@code NAME.tendon-swap}), and lets the two folders swap names by one system call; where there is none,
 * two renames do it, and for a moment there is no dataset of that name. Killed in between, the next open ({@link #finish}) goes on.
 *
 * <p>A dataset that is reached by a symbolic link is exchanged where it really is. One that is a mount point, or whose
 * parent folder cannot be written to, is refused at the beginning.
 *
 * <p>Thread: its creator's.
 */
public final class SwapIn implements Closeable {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String NEW = ".tendon-new";
    private static final String OLD = ".tendon-old";
    private static final String INTENT = ".tendon-swap";
    private static final String MARK = "generation";

    private final FileLayer layer;
    private final Path root;
    private final Path folder;
    private final @Nullable WriterLock own;
    private boolean committed;

    private SwapIn(FileLayer layer, Path root, @Nullable WriterLock own) {
        this.layer = layer;
        this.root = root;
        this.own = own;
        folder = beside(root, NEW);
    }

    /**
     * Takes the writer lock of the dataset at {@code root}, and makes the folder for the new one.
     *
     * @throws ConfigException where another writes to it, or it cannot be exchanged where it is
     */
    public static SwapIn begin(FileLayer layer, Path root) throws IOException {
        finish(layer, root);
        Path real = real(root);
        refuseMountPoint(real);
        Trees.makeFolder(layer, new Places(real).tendon());
        WriterLock lock = WriterLock.take(real);
        try {
            return begin(layer, real, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The same under a lock that the caller holds and keeps. */
    static SwapIn beginLocked(FileLayer layer, Path root) throws IOException {
        Path real = real(root);
        refuseMountPoint(real);
        return begin(layer, real, null);
    }

    private static SwapIn begin(FileLayer layer, Path real, @Nullable WriterLock lock) throws IOException {
        SwapIn swap = new SwapIn(layer, real, lock);
        try {
            clean(layer, real);
            layer.makeFolder(new Places(swap.folder).tendon());
        } catch (AccessDeniedException e) {
            throw new ConfigException(
                    "Cannot make " + swap.folder + ", where the new dataset is built before it takes the" + " place of "
                            + real + ": no right to write there. Write the result elsewhere with --output=DIR");
        }
        return swap;
    }

    /** Removes what a try that was killed before its commit has left beside a dataset, whose writer lock is held. */
    static void clean(FileLayer layer, Path root) throws IOException {
        Path real = real(root);
        if (!Files.exists(beside(real, INTENT))) {
            Trees.delete(layer, beside(real, NEW));
            layer.delete(beside(real, INTENT + Trees.ASIDE));
        }
    }

    /** Where the new dataset is to be built. */
    public Path folder() {
        return folder;
    }

    /**
     * Puts the new dataset in place.
     *
     * @param keepOld whether the old one stays, as {@code NAME_old}, and replaces an earlier one of that name (LeRobot 0.6,
     *     lerobot_edit_dataset.py); else it is removed
     */
    public void commit(boolean keepOld) throws IOException {
        String generation = UUID.randomUUID().toString();
        Trees.write(layer, mark(folder), generation.getBytes(StandardCharsets.UTF_8));
        Trees.sync(layer, folder);
        Trees.replace(
                layer,
                beside(root, INTENT),
                MAPPER.writeValueAsBytes(Map.of("generation", generation, "keep_old", keepOld)));
        committed = true;
        try {
            finishExchange(layer, root);
        } finally {
            committed = marked(root, generation) || Files.exists(beside(root, INTENT)) || !Files.exists(folder);
        }
    }

    /** Whether the new one is in place, or will be, whatever happens. */
    boolean committed() {
        return committed;
    }

    /** Removes the new one where it was not put in place; gives the lock back. Idempotent. */
    @Override
    public void close() throws IOException {
        try {
            if (!committed) {
                Trees.delete(layer, folder);
            }
        } finally {
            if (own != null) {
                if (committed) {
                    own.close(); // its file went with the old one; what lies in the new one is another writer's
                } else {
                    own.release(root);
                    removeIfEmpty(layer, new Places(root).tendon());
                }
            }
        }
    }

    /**
     * Completes an exchange of the dataset at {@code root} that was interrupted; does nothing where there was none. To be called
     * before a dataset is opened, also where there is no folder of its name.
     */
    public static void finish(FileLayer layer, Path root) throws IOException {
        finishExchange(layer, real(root));
    }

    private static void finishExchange(FileLayer layer, Path root) throws IOException {
        Path intent = beside(root, INTENT);
        if (!Files.isRegularFile(intent)) {
            return;
        }
        JsonNode json = MAPPER.readTree(Files.readAllBytes(intent));
        String generation = json.path("generation").asText();
        if (!marked(root, generation) && marked(beside(root, NEW), generation)) {
            exchange(layer, root);
            layer.syncFolder(parent(root));
        }
        if (marked(root, generation)) {
            putAway(layer, root, json.path("keep_old").asBoolean());
            layer.delete(mark(root));
            removeIfEmpty(layer, new Places(root).tendon());
            layer.syncFolder(root);
        }
        layer.delete(intent);
        layer.syncFolder(parent(root));
    }

    private static void exchange(FileLayer layer, Path root) throws IOException {
        Path fresh = beside(root, NEW);
        if (Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            try {
                if (exchanged(layer, root, fresh)) {
                    return;
                }
                layer.move(root, beside(root, OLD));
            } catch (IOException e) {
                throw abandoned(layer, root, e); // nothing has changed
            }
            layer.syncFolder(parent(root));
        }
        layer.move(fresh, root);
    }

    private static boolean exchanged(FileLayer layer, Path root, Path fresh) throws IOException {
        try {
            layer.exchange(root, fresh);
            return true;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    /** Leaves everything as it was. */
    private static IOException abandoned(FileLayer layer, Path root, IOException problem) throws IOException {
        layer.delete(beside(root, INTENT));
        layer.syncFolder(parent(root));
        if (problem instanceof FileSystemException refused
                && (refused.getCause() instanceof com.sun.jna.LastErrorException
                        || refused instanceof AccessDeniedException)) {
            throw refusal(root, refused);
        }
        return problem;
    }

    /** The old one lies under one of two names, by how it was exchanged. */
    private static void putAway(FileLayer layer, Path root, boolean keep) throws IOException {
        for (Path old : new Path[] {beside(root, NEW), beside(root, OLD)}) {
            if (!Files.isDirectory(old)) {
                continue;
            }
            if (keep) {
                Path kept = beside(root, "_old");
                Trees.delete(layer, kept);
                Trees.delete(layer, new Places(old).tendon());
                layer.move(old, kept);
            } else {
                Trees.delete(layer, old);
            }
            layer.syncFolder(parent(root));
        }
    }

    private static boolean marked(Path folder, String generation) throws IOException {
        Path mark = mark(folder);
        return Files.isRegularFile(mark) && Files.readString(mark).equals(generation);
    }

    private static Path mark(Path folder) {
        return new Places(folder).tendon().resolve(MARK);
    }

    static void removeIfEmpty(FileLayer layer, Path folder) throws IOException {
        if (Files.isDirectory(folder) && Trees.children(folder).isEmpty()) {
            try {
                layer.delete(folder);
            } catch (DirectoryNotEmptyException e) {
                // Another writer has come meanwhile.
            }
        }
    }

    private static Path real(Path root) throws IOException {
        return Files.exists(root) ? root.toRealPath() : root.toAbsolutePath().normalize();
    }

    private static Path parent(Path root) {
        Path parent = root.getParent();
        if (parent == null) {
            throw new ConfigException(
                    root + " is the root of a file system, and cannot be exchanged with another folder."
                            + " Move the dataset into a folder of its own");
        }
        return parent;
    }

    private static Path beside(Path root, String suffix) {
        return parent(root).resolve(root.getFileName() + suffix);
    }

    private static void refuseMountPoint(Path root) throws IOException {
        Object device;
        Object parents;
        try {
            device = Files.getAttribute(root, "unix:dev");
            parents = Files.getAttribute(parent(root), "unix:dev");
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return; // Windows: told by the rename itself
        }
        if (!device.equals(parents)) {
            throw refusal(root, null);
        }
    }

    private static ConfigException refusal(Path root, @Nullable FileSystemException cause) {
        return new ConfigException(root + " is a mount point, or cannot be renamed where it is"
                + (cause == null ? "" : " (" + cause.getReason() + ")")
                + ": its content cannot be exchanged in one step. Write the result elsewhere with --output=DIR, or keep the"
                + " dataset in a folder below the mount point");
    }
}
