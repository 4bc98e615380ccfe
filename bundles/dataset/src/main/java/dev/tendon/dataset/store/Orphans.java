/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.internal.EpisodeRow;
import dev.tendon.dataset.internal.MetaScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Data files that no episode speaks of: LeRobot reads every file in {@code data}, so that a new one behind them would be misread. They are
 * put into {@code .tendon/orphans}; nothing is deleted. Thread: any.
 */
final class Orphans {
    private Orphans() {}

    /**
     * Puts them aside.
     *
     * @throws FormatException where the episodes are not those that {@code info.json} counts
     */
    static void putAside(FileLayer layer, Places places, StoreState state) throws IOException {
        MetaScan meta = MetaScan.open(places.root());
        Set<Path> known = new HashSet<>();
        @Nullable FormatException[] problem = new FormatException[1];
        List<EpisodeRow> rows = meta.episodes(found -> problem[0] = problem[0] == null ? found : problem[0]);
        if (problem[0] != null) {
            throw problem[0];
        }
        Set<Integer> indices = new HashSet<>();
        long end = 0;
        for (EpisodeRow row : rows) {
            known.add(row.data());
            indices.add(row.index());
            end = Math.max(end, row.toRow());
        }
        if (rows.size() != state.episodes() || indices.size() != rows.size() || end != state.frames()) {
            throw new FormatException(
                    places.info(),
                    "it counts " + state.episodes() + " episodes and " + state.frames()
                            + " frames, and meta/episodes lists " + indices.size() + " and " + end,
                    "Run tendon dataset repair --dataset.root=" + places.root());
        }
        for (Path file : MetaScan.parquetFiles(places.root().resolve("data"))) {
            if (!known.contains(file)) {
                putAside(layer, places, file);
            }
        }
    }

    /** Puts one file or folder aside. */
    static void putAside(FileLayer layer, Places places, Path file) throws IOException {
        Trees.makeFolder(layer, places.orphans());
        String name = places.root().relativize(file).toString().replaceAll("[/\\\\]", "--");
        Path place = places.orphans().resolve(name);
        for (int copy = 1; Files.exists(place); copy++) {
            place = places.orphans().resolve(name + "." + copy);
        }
        layer.move(file, place);
        layer.syncFolder(places.orphans());
        layer.syncFolder(file.toAbsolutePath().getParent());
    }
}
