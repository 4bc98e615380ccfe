/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import java.io.IOException;
import java.nio.file.Path;

/** A disk of which one operation fails, and all after it: the world ends there. */
final class FailingRunFiles implements RunFiles {
    private final RunFiles real = new LocalRunFiles();
    private final int failing;
    private final String problem;
    private int operations;

    FailingRunFiles(int failing, String problem) {
        this.failing = failing;
        this.problem = problem;
    }

    int operations() {
        return operations;
    }

    private void count(Path path) throws IOException {
        if (operations++ >= failing) {
            throw new IOException(path + ": " + problem);
        }
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        count(folder);
        real.makeFolder(folder);
    }

    @Override
    public void write(Path path, Writing writing) throws IOException {
        count(path);
        real.write(path, writing);
    }

    @Override
    public void syncTree(Path folder) throws IOException {
        count(folder);
        real.syncTree(folder);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        count(folder);
        real.syncFolder(folder);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        count(from);
        real.move(from, to);
    }

    @Override
    public void exchange(Path one, Path other) throws IOException {
        count(one);
        real.exchange(one, other);
    }

    @Override
    public void link(Path link, Path target) throws IOException {
        count(link);
        real.link(link, target);
    }

    @Override
    public void delete(Path path) throws IOException {
        count(path);
        real.delete(path);
    }
}
