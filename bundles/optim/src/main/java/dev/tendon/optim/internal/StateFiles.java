/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where the groups' state stands: all in one pair of files, or a folder each by name. Thread: any. */
final class StateFiles {
    private final List<String> names;

    private StateFiles(List<String> names) {
        this.names = List.copyOf(names);
    }

    /** All groups in one pair of files. */
    static StateFiles together() {
        return new StateFiles(List.of());
    }

    /** A folder for each group, by these names. */
    static StateFiles apart(List<String> names) {
        return new StateFiles(names);
    }

    void save(Path folder, List<Group> groups) throws IOException {
        if (names.isEmpty()) {
            StateFile.save(folder, groups);
            return;
        }
        for (int i = 0; i < names.size(); i++) {
            Path own = Files.createDirectories(folder.resolve(names.get(i)));
            StateFile.save(own, groups.subList(i, i + 1));
        }
    }

    void load(Path folder, List<Group> groups) throws IOException {
        if (names.isEmpty()) {
            StateFile.load(folder, groups).run();
            return;
        }
        List<Runnable> changes = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Path own = folder.resolve(names.get(i));
            if (Files.exists(own)) { // LeRobot lets a new one begin afresh
                changes.add(StateFile.load(own, groups.subList(i, i + 1)));
            }
        }
        changes.forEach(Runnable::run);
    }
}
