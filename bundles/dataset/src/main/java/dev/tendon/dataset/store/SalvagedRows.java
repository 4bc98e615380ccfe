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

    private final Map<Integer, List<Run>> runs = new TreeMap<>();
    private final Map<Path, String> unreadable = new LinkedHashMap<>();
    private final List<Path> files;

    SalvagedRows(Path root) throws IOException {
        files = MetaScan.parquetFiles(root.resolve("data"));
        for (Path file : files) {
            try (DataFileReader reader = DataFileReader.open(file)) {
                for (EpisodeRun run : reader.episodes()) {
                    runs.computeIfAbsent(run.episode(), key -> new ArrayList<>())
                            .add(read(reader, run));
                }
            } catch (FormatException e) {
                unreadable.put(file, String.valueOf(e.getMessage()));
            }
        }
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

    List<Path> files() {
        return files;
    }
}
