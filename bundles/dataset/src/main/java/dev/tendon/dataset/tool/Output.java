/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.store.LocalFiles;
import dev.tendon.dataset.store.SwapIn;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a new dataset is built, and how it gets to its place. Not committed, it leaves nothing behind. Thread: its creator's. */
abstract class Output implements Closeable {
    /** Where it is built. */
    abstract Path folder();

    /** Where it will be. */
    abstract Path root();

    abstract Copier copier();

    /** Puts it in place, durably; returns where the old one is now. */
    abstract Optional<Path> commit() throws IOException;

    /** In the place of the dataset at {@code root}, which becomes {@code NAME_old}, or goes. */
    static Output inPlaceOf(Path root, boolean keepOld) throws IOException {
        SwapIn swap = SwapIn.begin(new LocalFiles(), root);
        try {
            Path journal = root.resolve(".tendon").resolve("journal");
            if (Files.isDirectory(journal) && !empty(journal)) {
                throw new ConfigException(
                        root + " holds an episode that was being recorded when something went wrong; it would be"
                                + " lost. Run tendon dataset repair, or tendon record --resume=true, first");
            }
            return new Exchanged(swap, root, keepOld);
        } catch (IOException | RuntimeException e) {
            swap.close();
            throw e;
        }
    }

    /**
     * In a folder that there is not yet, or that is empty.
     *
     * @throws ConfigException where there is something in it
     */
    static Output at(Path root) throws IOException {
        Path place = root.toAbsolutePath().normalize();
        if (Files.exists(place) && !empty(place)) {
            throw new ConfigException(
                    "--output=" + root + ": there is something already. Name a folder that does not exist yet");
        }
        Path parent = place.getParent();
        if (parent == null) {
            throw new ConfigException("--output=" + root + " is the root of a file system");
        }
        Files.createDirectories(parent);
        Path folder = parent.resolve(place.getFileName() + ".tendon-new");
        Folders.delete(folder); // of a try that was killed
        Files.createDirectory(folder);
        return new Elsewhere(folder, place);
    }

    private static boolean empty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static final class Exchanged extends Output {
        private final SwapIn swap;
        private final Path root;
        private final boolean keepOld;

        Exchanged(SwapIn swap, Path root, boolean keepOld) {
            this.swap = swap;
            this.root = root;
            this.keepOld = keepOld;
        }

        @Override
        Path folder() {
            return swap.folder();
        }

        @Override
        Path root() {
            return root;
        }

        @Override
        Copier copier() {
            return Copier.LINK;
        }

        @Override
        Optional<Path> commit() throws IOException {
            Path real = root.toRealPath();
            swap.commit(keepOld);
            return keepOld ? Optional.of(real.resolveSibling(real.getFileName() + "_old")) : Optional.empty();
        }

        @Override
        public void close() throws IOException {
            swap.close();
        }
    }

    private static final class Elsewhere extends Output {
        private final Path folder;
        private final Path root;

        Elsewhere(Path folder, Path root) {
            this.folder = folder;
            this.root = root;
        }

        @Override
        Path folder() {
            return folder;
        }

        @Override
        Path root() {
            return root;
        }

        @Override
        Copier copier() {
            return Copier.COPY;
        }

        @Override
        Optional<Path> commit() throws IOException {
            Folders.delete(folder.resolve(".tendon"));
            Folders.sync(folder);
            if (Files.exists(root)) {
                Files.delete(root); // empty
            }
            Files.move(folder, root);
            new LocalFiles().syncFolder(root.getParent());
            return Optional.empty();
        }

        @Override
        public void close() throws IOException {
            Folders.delete(folder);
        }
    }
}
