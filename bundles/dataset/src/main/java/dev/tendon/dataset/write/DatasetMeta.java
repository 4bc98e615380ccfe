/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.internal.Budget;
import dev.tendon.dataset.internal.Damage;
import dev.tendon.dataset.internal.Json;
import dev.tendon.dataset.internal.Limits;
import dev.tendon.dataset.internal.ManyFiles;
import dev.tendon.dataset.internal.MetaScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All of a dataset's {@code meta} as it was written, to be written again: more than {@link dev.tendon.dataset.Dataset} reads.
 *
 * @param root the dataset's folder
 * @param spec what {@code info.json} says
 * @param episodes by their numbers, which are 0 and on
 * @param tasks texts by their number
 * @param statistics of the whole dataset; empty where there is no {@code stats.json}
 * @param layout of its episodes files; null in v2.1, and where there is none yet
 */
public record DatasetMeta(
        Path root,
        DatasetSpec spec,
        List<EpisodeRecord> episodes,
        Map<Long, String> tasks,
        DatasetStatistics statistics,
        @Nullable EpisodesLayout layout) {
    public DatasetMeta {
        episodes = List.copyOf(episodes);
        tasks = Collections.unmodifiableMap(new TreeMap<>(tasks));
    }

    /**
     * Reads the dataset at {@code root}, v3.0 or v2.1.
     *
     * @throws FormatException where it is damaged or incomplete
     */
    public static DatasetMeta read(Path root) throws IOException {
        DatasetSpec spec = DatasetSpec.read(root);
        Path meta = root.resolve("meta");
        Path stats = meta.resolve("stats.json");
        DatasetStatistics statistics = Files.exists(stats) ? StatisticsJson.read(stats) : DatasetStatistics.EMPTY;
        if (spec.version() == FormatVersion.V2_1) {
            List<EpisodeRecord> episodes = lines(meta);
            return new DatasetMeta(root, spec, inOrder(meta, episodes), tasks(root), statistics, null);
        }
        List<EpisodeRecord> episodes = new ArrayList<>();
        Budget budget = new Budget();
        List<Path> files = MetaScan.parquetFiles(meta.resolve("episodes"));
        ManyFiles.read(files, file -> EpisodesFileReader.read(file, budget)).forEach(episodes::addAll);
        return new DatasetMeta(
                root,
                spec,
                inOrder(meta, episodes),
                episodes.isEmpty() && Files.notExists(meta.resolve("tasks.parquet")) ? Map.of() : tasks(root),
                statistics,
                files.isEmpty() ? null : EpisodesFileReader.layout(files.get(0)));
    }

    /**
     * The episodes of a damaged dataset, as far as they can be read, in the order of the files. Those of v2.1 are read all or none.
     *
     * @param problems takes what is wrong with a file, whose episodes are then left out
     */
    public static List<EpisodeRecord> readable(Path root, Consumer<FormatException> problems) throws IOException {
        List<EpisodeRecord> episodes = new ArrayList<>();
        Path meta = root.resolve("meta");
        boolean lines = DatasetSpec.read(root).version() == FormatVersion.V2_1;
        List<Path> files =
                lines ? List.of(meta.resolve("episodes.jsonl")) : MetaScan.parquetFiles(meta.resolve("episodes"));
        for (Path file : files) {
            try {
                episodes.addAll(lines ? lines(meta) : EpisodesFileReader.read(file, new Budget()));
            } catch (FormatException e) {
                problems.accept(e);
            } catch (NoSuchFileException e) {
                problems.accept(new FormatException(file, "missing", "Run tendon dataset repair"));
            }
        }
        return episodes;
    }

    private static List<EpisodeRecord> inOrder(Path meta, List<EpisodeRecord> episodes) throws FormatException {
        List<EpisodeRecord> sorted = new ArrayList<>(episodes);
        sorted.sort(Comparator.comparingInt(EpisodeRecord::index));
        for (int i = 0; i < sorted.size(); i++) {
            if (sorted.get(i).index() != i) {
                throw Damage.in(
                        meta, "episode " + i + " is " + (sorted.get(i).index() < i ? "listed twice" : "not listed"));
            }
        }
        return sorted;
    }

    private static List<EpisodeRecord> lines(Path meta) throws IOException {
        Path file = meta.resolve("episodes_stats.jsonl");
        Map<Long, DatasetStatistics> statistics = new HashMap<>();
        if (Files.exists(file)) {
            for (Json line : Json.lines(file)) {
                statistics.put(
                        line.integer("episode_index", 0, Limits.ENTRIES),
                        StatisticsJson.parse(file, line.object("stats").values()));
            }
        }
        List<EpisodeRecord> episodes = new ArrayList<>();
        long row = 0;
        for (Json line : Json.lines(meta.resolve("episodes.jsonl"))) {
            Map<String, @Nullable Object> values = line.values();
            int index = (int) line.integer("episode_index", 0, Limits.ENTRIES);
            int length = (int) line.integer("length", 0, Limits.FILE_ROWS);
            List<String> tasks = new ArrayList<>();
            if (values.get("tasks") instanceof List<?> list) {
                list.forEach(task -> tasks.add(String.valueOf(task)));
            }
            values.keySet().removeAll(List.of("episode_index", "length", "tasks"));
            Map<String, Object> extra = new HashMap<>();
            values.forEach((name, value) -> {
                if (value != null) {
                    extra.put(name, value);
                }
            });
            episodes.add(new EpisodeRecord(
                    index,
                    tasks,
                    length,
                    row,
                    FilePosition.FIRST,
                    Map.of(),
                    statistics.getOrDefault((long) index, DatasetStatistics.EMPTY),
                    FilePosition.FIRST,
                    extra));
            row += length;
        }
        return episodes;
    }

    private static Map<Long, String> tasks(Path root) throws IOException {
        return MetaScan.open(root).tasks();
    }

    /** Number of frames of all episodes. */
    public long frames() {
        return episodes.stream().mapToLong(EpisodeRecord::length).sum();
    }

    /** The tasks, where their numbers are 0 and on. */
    public List<String> taskList() {
        return List.copyOf(tasks.values());
    }

    /** The data file of an episode. */
    public Path data(EpisodeRecord episode) throws FormatException {
        return root.resolve(
                spec.version() == FormatVersion.V2_1
                        ? spec.episodeDataPath(episode.index())
                        : spec.dataPath(episode.data()));
    }
}
