/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import dev.tendon.dataset.DatasetInfo;
import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.internal.MetaScan;
import dev.tendon.dataset.write.DatasetMeta;
import dev.tendon.dataset.write.EpisodeRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

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
    static void putAside(FileLayer layer, Places places, DatasetMeta meta) throws IOException {
        DatasetInfo info = MetaScan.open(places.root()).info();
        if (meta.episodes().size() != info.totalEpisodes() || meta.frames() != info.totalFrames()) {
            throw new FormatException(
                    places.info(),
                    "it counts " + info.totalEpisodes() + " episodes and " + info.totalFrames()
                            + " frames, and meta/episodes lists "
                            + meta.episodes().size() + " and " + meta.frames(),
                    "Run tendon dataset repair --dataset.root=" + places.root());
        }
        Set<Path> known = new HashSet<>();
        for (EpisodeRecord episode : meta.episodes()) {
            known.add(meta.data(episode));
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
