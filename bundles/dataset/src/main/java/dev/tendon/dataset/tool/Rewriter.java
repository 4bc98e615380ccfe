/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.internal.EpisodeRow;
import dev.tendon.dataset.tool.Recipe.NewColumn;
import dev.tendon.dataset.tool.Recipe.Pick;
import dev.tendon.dataset.tool.SourceRows.Rows;
import dev.tendon.dataset.write.ColumnValues;
import dev.tendon.dataset.write.EpisodeRecord;
import dev.tendon.dataset.write.FeatureSpec;
import dev.tendon.dataset.write.VideoPosition;
import dev.tendon.video.VideoEncoding;
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
    private final Map<SourceSet, SourceRows> opened = new HashMap<>();
    private final Map<String, Integer> tasks = new LinkedHashMap<>();

    Rewriter(Recipe recipe, Path folder, VideoTools tools, Progress progress) {
        this.recipe = recipe;
        this.folder = folder;
        this.tools = tools;
        this.progress = progress;
        recipe.tasks().forEach(this::number);
    }

    void run() throws IOException, InterruptedException {
        try (SetTarget target = SetTarget.of(recipe.spec(), folder)) {
            Map<String, List<VideoPosition>> videos = videos(target);
            rows(target, videos);
            target.finish(List.copyOf(tasks.keySet()));
        } finally {
            for (SourceRows set : opened.values()) {
                set.close();
            }
        }
    }

    private Map<String, List<VideoPosition>> videos(SetTarget target) throws IOException, InterruptedException {
        Map<String, List<VideoPosition>> videos = new LinkedHashMap<>();
        for (FeatureSpec feature : recipe.spec().videos()) {
            List<Clip> clips = clips(feature);
            Steps steps = new Steps(progress, "Placing videos of " + feature.name(), clips.size());
            videos.put(feature.name(), target.placeVideos(tools, feature.name(), clips, steps));
        }
        return videos;
    }

    private List<Clip> clips(FeatureSpec feature) throws IOException, InterruptedException {
        List<Clip> clips = new ArrayList<>();
        VideoEncoding encoding = recipe.encodings().get(feature.name());
        if (encoding == null) {
            for (Pick pick : recipe.picks()) {
                clips.add(Clip.of(pick.set(), pick.episode(), feature.name()));
            }
            return clips;
        }
        Steps steps = new Steps(progress, "Encoding " + feature.name(), recipe.frames());
        ClipEncoder encoder = new ClipEncoder(tools, encoding);
        for (Pick pick : recipe.picks()) {
            clips.add(encoder.encode(pick, feature, source(pick.set())));
            steps.next(pick.episode().length());
        }
        return clips;
    }

    private SourceRows source(SourceSet set) {
        return opened.computeIfAbsent(set, key -> new SourceRows());
    }

    private void rows(SetTarget target, Map<String, List<VideoPosition>> videos)
            throws IOException, InterruptedException {
        Steps steps = new Steps(progress, "Writing frames", recipe.frames());
        try (EpisodeStats statistics = new EpisodeStats(recipe, tools)) {
            for (Pick pick : recipe.picks()) {
                Map<String, VideoPosition> places = new LinkedHashMap<>();
                videos.forEach((name, positions) -> places.put(name, positions.get(target.episodes())));
                Rows rows = source(pick.set()).of(pick.episode());
                Map<String, ColumnValues> instead = new LinkedHashMap<>();
                for (NewColumn column : recipe.columns()) {
                    instead.put(column.feature().name(), column.of(pick));
                }
                Set<String> names = new LinkedHashSet<>();
                for (String task : pick.episode().tasks()) {
                    names.add(recipe.taskOf().of(pick, task));
                }
                instead.put("frame_index", ColumnValues.counting(0, rows.length()));
                instead.put("episode_index", ColumnValues.same(target.episodes(), rows.length()));
                instead.put("index", ColumnValues.counting(target.rows(), rows.length()));
                instead.put("task_index", taskNumbers(pick, rows, names));
                EpisodeRecord old = pick.set().record(pick.episode());
                target.add(
                        rows,
                        instead,
                        old.withTasks(List.copyOf(names))
                                .withVideos(places)
                                .withStatistics(statistics.of(pick, rows, instead, old.statistics())));
                steps.next(rows.length());
            }
        }
    }

    /** The rows' tasks by their numbers in the new dataset; {@code names} gains what was not listed. */
    private ColumnValues taskNumbers(Pick pick, Rows rows, Set<String> names) throws IOException {
        ColumnValues old = rows.column(taskIndex(pick.set()));
        long[] numbers = new long[rows.length()];
        for (int row = 0; row < numbers.length; row++) {
            String name = recipe.taskOf().of(pick, task(pick.set(), pick.episode(), old.integer(row)));
            numbers[row] = number(name);
            names.add(name);
        }
        return ColumnValues.integers(numbers, numbers.length);
    }

    private static FeatureSpec taskIndex(SourceSet set) {
        return java.util.Objects.requireNonNull(
                set.spec().features().get("task_index")); // looked for when it was opened
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
