/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.internal.EpisodeRow;
import dev.tendon.dataset.tool.Recipe.NewColumn;
import dev.tendon.dataset.tool.Recipe.Pick;
import dev.tendon.dataset.write.ColumnValues;
import dev.tendon.dataset.write.DatasetStatistics;
import dev.tendon.dataset.write.EpisodeRows;
import dev.tendon.dataset.write.FeatureSpec;
import dev.tendon.dataset.write.VideoPosition;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a dataset by a recipe, in one pass over the old ones: videos first, then rows and what is told of them, the counts last. All
 * tools that rewrite go through here. Thread: its creator's.
 */
final class Rewriter {
    private final Recipe recipe;
    private final Path folder;
    private final VideoTools tools;
    private final Progress progress;
    private final Map<SourceSet, Opened> opened = new HashMap<>();
    private final Map<String, Integer> tasks = new LinkedHashMap<>();

    Rewriter(Recipe recipe, Path folder, VideoTools tools, Progress progress) {
        this.recipe = recipe;
        this.folder = folder;
        this.tools = tools;
        this.progress = progress;
        recipe.tasks().forEach(this::number);
    }

    /** What of an old set is being read. */
    private record Opened(SourceRows rows, SourceStatistics statistics) implements Closeable {
        @Override
        public void close() throws IOException {
            rows.close();
            statistics.close();
        }
    }

    void run() throws IOException, InterruptedException {
        try (SetTarget target = SetTarget.of(recipe.spec(), folder)) {
            Map<String, List<VideoPosition>> videos = videos(target);
            rows(target, videos);
            target.finish(List.copyOf(tasks.keySet()));
        } finally {
            for (Opened set : opened.values()) {
                set.close();
            }
        }
    }

    private Map<String, List<VideoPosition>> videos(SetTarget target) throws IOException, InterruptedException {
        Map<String, List<VideoPosition>> videos = new LinkedHashMap<>();
        for (FeatureSpec feature : recipe.spec().videos()) {
            List<Clip> clips = new ArrayList<>();
            for (Pick pick : recipe.picks()) {
                clips.add(Clip.of(pick.set(), pick.episode(), feature.name()));
            }
            Steps steps = new Steps(progress, "Placing videos of " + feature.name(), clips.size());
            videos.put(feature.name(), target.placeVideos(tools, feature.name(), clips, steps));
        }
        return videos;
    }

    private void rows(SetTarget target, Map<String, List<VideoPosition>> videos)
            throws IOException, InterruptedException {
        Steps steps = new Steps(progress, "Writing frames", recipe.frames());
        try (EpisodeStats statistics = new EpisodeStats(recipe, tools)) {
            for (Pick pick : recipe.picks()) {
                Map<String, VideoPosition> places = new LinkedHashMap<>();
                videos.forEach((name, positions) -> places.put(name, positions.get(target.episodes())));
                Opened source = opened(pick.set());
                EpisodeRows rows = source.rows().read(pick.episode());
                for (NewColumn column : recipe.columns()) {
                    rows = column.addTo(pick, rows);
                }
                Set<String> names = new LinkedHashSet<>();
                for (String task : pick.episode().tasks()) {
                    names.add(recipe.taskOf().of(pick, task));
                }
                ColumnValues numbers = taskNumbers(pick, rows, names);
                EpisodeRows numbered = rows.numbered(recipe.spec().fps(), target.episodes(), target.rows(), numbers);
                DatasetStatistics kept = source.statistics().of(pick.episode());
                target.add(numbered, List.copyOf(names), places, statistics.of(pick, numbered, kept));
                steps.next(numbered.length());
            }
        }
    }

    private Opened opened(SourceSet set) {
        return opened.computeIfAbsent(
                set, key -> new Opened(new SourceRows(set, recipe.read(set)), SourceStatistics.of(set)));
    }

    /** The rows' tasks by their numbers in the new dataset; {@code names} gains what was not listed. */
    private ColumnValues taskNumbers(Pick pick, EpisodeRows rows, Set<String> names) throws FormatException {
        ColumnValues old = rows.columns().get("task_index");
        long[] numbers = new long[rows.length()];
        for (int row = 0; row < numbers.length; row++) {
            long index = old == null ? 0 : old.integer(row);
            String name = recipe.taskOf().of(pick, task(pick.set(), pick.episode(), index));
            numbers[row] = number(name);
            names.add(name);
        }
        return ColumnValues.integers(numbers, numbers.length);
    }

    private static String task(SourceSet set, EpisodeRow episode, long index) throws FormatException {
        if (index < 0 || index >= set.tasks().size()) {
            throw new FormatException(
                    episode.data(),
                    "a frame of episode " + episode.index() + " names task " + index + ", which meta does not list",
                    "Run tendon dataset repair");
        }
        return set.tasks().get((int) index);
    }

    private int number(String task) {
        Integer known = tasks.putIfAbsent(task, tasks.size());
        return known == null ? tasks.size() - 1 : known;
    }
}
