/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.internal;

import dev.tendon.plugins.store.DurableFiles;
import dev.tendon.plugins.store.StoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A file system that fails at one step: with an error that the caller may clean up after, or with a power cut, after which
 * nothing works any more and files that were never forced to disk are empty.
 */
final class FailingFiles implements StoreFiles {
    enum Failure {
        ERROR,
        POWER_CUT
    }

    private final StoreFiles real = new DurableFiles();
    private final Failure failure;
    private final int failingStep;
    private final Set<Path> unforced = new LinkedHashSet<>();
    private final List<String> steps = new ArrayList<>();
    private boolean dead;

    FailingFiles(Failure failure, int failingStep) {
        this.failure = failure;
        this.failingStep = failingStep;
    }

    /** What was done, up to the step that failed. */
    List<String> steps() {
        return steps;
    }

    boolean failed() {
        return steps.size() > failingStep;
    }

    private void step(String name, Path path) throws IOException {
        if (dead) {
            throw new IOException("the power is off");
        }
        steps.add(name + " " + path.getFileName());
        if (steps.size() == failingStep + 1) {
            if (failure == Failure.POWER_CUT) {
                dead = true;
                for (Path file : unforced) {
                    if (Files.exists(file)) {
                        Files.write(file, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
                    }
                }
            }
            throw new IOException("no more");
        }
    }

    @Override
    public void createFolders(Path folder) throws IOException {
        step("create", folder);
        real.createFolders(folder);
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
        unforced.add(file);
        step("write", file);
        real.write(file, content);
    }

    @Override
    public String copy(Path from, Path to) throws IOException {
        unforced.add(to);
        step("copy", to);
        return real.copy(from, to);
    }

    @Override
    public void sync(Path file) throws IOException {
        step("sync", file);
        real.sync(file);
        unforced.remove(file);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step("rename", to);
        real.rename(from, to);
        if (unforced.remove(from)) {
            unforced.add(to);
        }
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        step("syncFolder", folder);
        real.syncFolder(folder);
    }

    @Override
    public void delete(Path file) throws IOException {
        step("delete", file);
        real.delete(file);
    }
}
