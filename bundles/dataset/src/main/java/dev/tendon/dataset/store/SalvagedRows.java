/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.internal.MetaScan;
import dev.tendon.dataset.write.ColumnValues;
import dev.tendon.dataset.write.DataFileReader;
import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.dataset.write.EpisodeRows;
import dev.tendon.dataset.write.EpisodeRun;
import dev.tendon.dataset.write.FeatureSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All rows that a damaged dataset's data files still hold, by episode. Thread: its creator's. */
final class SalvagedRows {
    private static final List<FeatureSpec> BOOKKEEPING = DatasetSpec.DEFAULT_FEATURES.stream()
            .filter(feature -> Set.of("frame_index", "index", "task_index").contains(feature.name()))
            .toList();

    private static final int MOST_TRIES = 8;

    private final Map<Integer, List<Run>> runs = new TreeMap<>();
    private final Map<Path, String> unreadable = new LinkedHashMap<>();
    private final Map<Path, Path> rescued = new LinkedHashMap<>();
    private final List<Path> files = new ArrayList<>();

    /**
     * Reads them.
     *
     * @param scratch where files that lack a footer are written anew; not there yet
     */
    SalvagedRows(Path root, DatasetSpec spec, FileLayer layer, Path scratch) throws IOException {
        for (Path file : MetaScan.parquetFiles(root.resolve("data"))) {
            try {
                read(file);
                files.add(file);
            } catch (FormatException e) {
                Path whole = scratch.resolve("data-" + files.size() + ".parquet");
                layer.makeFolder(scratch);
                if (rescued(new FooterRescue(spec), layer, file, whole)) {
                    rescued.put(whole, file);
                    files.add(whole);
                } else {
                    files.add(file);
                    unreadable.put(file, String.valueOf(e.getMessage()));
                }
            }
        }
    }

    /** With the last row groups left out, one by one, where their pages are there and cannot be unpacked. */
    private boolean rescued(FooterRescue rescue, FileLayer layer, Path torn, Path whole) throws IOException {
        int groups = Integer.MAX_VALUE;
        for (int attempt = 0; attempt < MOST_TRIES && groups > 0; attempt++) {
            layer.delete(whole);
            groups = rescue.rescue(layer, torn, whole, groups);
            if (groups > 0 && readable(whole)) {
                return true;
            }
            groups--;
        }
        return false;
    }

    private boolean readable(Path file) throws IOException {
        try {
            read(file);
            return true;
        } catch (FormatException e) {
            return false;
        }
    }

    private void read(Path file) throws IOException {
        List<Run> found = new ArrayList<>();
        try (DataFileReader reader = DataFileReader.open(file)) {
            for (EpisodeRun run : reader.episodes()) {
                found.add(read(reader, run));
            }
        }
        found.forEach(run -> runs.computeIfAbsent(run.run().episode(), key -> new ArrayList<>())
                .add(run));
    }

    /**
     * An episode's rows in a file.
     *
     * @param firstRow the number that its first row has in the whole dataset
     * @param tasks numbers of its tasks, in the order of the rows
     * @param problem what is wrong with them; null where nothing is
     */
    record Run(Path file, EpisodeRun run, long firstRow, Set<Long> tasks, @Nullable String problem) {}

    private static Run read(DataFileReader reader, EpisodeRun run) throws IOException {
        EpisodeRows rows = reader.rows(run, BOOKKEEPING);
        ColumnValues frames = rows.columns().get("frame_index");
        ColumnValues numbers = rows.columns().get("index");
        ColumnValues taskNumbers = rows.columns().get("task_index");
        Set<Long> tasks = new TreeSet<>();
        String problem = null;
        for (int row = 0; row < run.length(); row++) {
            tasks.add(taskNumbers.integer(row));
            if (frames.integer(row) != row) {
                problem = "row " + row + " of it in " + reader.file() + " is frame " + frames.integer(row);
                break;
            }
        }
        boolean counted = true;
        for (int row = 0; row < run.length(); row++) {
            counted &= numbers.integer(row) == numbers.integer(0) + row;
        }
        return new Run(reader.file(), run, counted ? numbers.integer(0) : -1, tasks, problem);
    }

    /** Numbers of all episodes that have rows, in order. */
    Set<Integer> episodes() {
        return runs.keySet();
    }

    /** The rows of an episode; of several, those in {@code preferred}. */
    Optional<Run> find(int episode, @Nullable Path preferred) {
        List<Run> found = runs.getOrDefault(episode, List.of());
        return found.stream()
                .filter(run -> run.file().equals(preferred))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    /** How many episodes a file holds. */
    long count(Path file) {
        return runs.values().stream()
                .flatMap(List::stream)
                .filter(run -> run.file().equals(file))
                .count();
    }

    /** Files that cannot be read, and why. */
    Map<Path, String> unreadable() {
        return unreadable;
    }

    /** Files that were given a footer, and which they were. */
    Map<Path, Path> rescued() {
        return rescued;
    }

    List<Path> files() {
        return files;
    }
}
