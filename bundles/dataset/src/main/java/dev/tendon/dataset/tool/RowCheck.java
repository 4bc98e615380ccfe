/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.DatasetFeature;
import dev.tendon.dataset.internal.EpisodeRow;
import dev.tendon.dataset.internal.MetaScan;
import dev.tendon.dataset.internal.RowCursor.Cell;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at the rows of one data file, one after the other. What repeats within an episode is told once, with a count. */
final class RowCheck {
    /** How far a time stamp may be from its frame's, in seconds (LeRobot 0.6, {@code tolerance_s} of LeRobotDataset). */
    static final double TOLERANCE_S = 1e-4;

    private static final String ADVICE = "Run tendon dataset repair";
    private static final String RECORD = "Look at the episode, and delete it if it cannot be used";

    private final Findings findings;
    private final Map<Long, String> tasks;
    private final Path file;
    private final double fps;
    private final long rowsBefore;
    private final Map<Integer, EpisodeRow> expected = new HashMap<>();
    private final Map<Integer, Long> seen = new HashMap<>();
    private final List<Feature> features = new ArrayList<>();
    private final @Nullable Cell episodeCell;
    private final Map<String, Repeated> repeated = new LinkedHashMap<>();
    private final boolean videos;
    private long foreign;
    private long foreignFirst;
    private boolean misplaced;
    private @Nullable EpisodeRow current;

    RowCheck(
            MetaScan meta,
            Findings findings,
            Map<Long, String> tasks,
            Path file,
            List<EpisodeRow> episodes,
            long rowsBefore,
            Map<String, Cell> cells) {
        this.findings = findings;
        this.tasks = tasks;
        this.file = findings.relative(file);
        this.rowsBefore = rowsBefore;
        fps = meta.info().fps();
        episodes.forEach(episode -> expected.put(episode.index(), episode));
        cells.forEach(
                (name, cell) -> features.add(new Feature(meta.info().features().get(name), cell)));
        episodeCell = cells.get("episode_index");
        videos = meta.info().features().values().stream().anyMatch(DatasetFeature::video);
    }

    /** Looks at the present row, number {@code row} of the file. */
    void row(long row) {
        if (episodeCell == null) {
            return; // told already; without it nothing else can be said
        }
        int index = (int) episodeCell.number(0);
        EpisodeRow episode = expected.get(index);
        if (episode == null) {
            foreignFirst = foreign == 0 ? row : foreignFirst;
            foreign++;
            return;
        }
        if (current == null || current.index() != index) {
            tellRepeated();
            current = episode;
            if (seen.containsKey(index)) {
                repeat(FindingKind.ROW_INDEX, "rows", seen.get(index), "its rows do not lie together", ADVICE);
            }
        }
        long frame = seen.merge(index, 1L, Long::sum) - 1;
        long place = rowsBefore + row;
        if (place != episode.fromRow() + frame && !misplaced) {
            misplaced = true;
            findings.add(Finding.error(
                            FindingKind.ROW_INDEX,
                            file,
                            "its row is number " + place + " of all, but meta says " + (episode.fromRow() + frame)
                                    + "; LeRobot would show another frame",
                            ADVICE)
                    .ofEpisode(index)
                    .atFrames(frame, 1));
        }
        for (Feature feature : features) {
            look(feature, feature.cell, episode, frame);
        }
    }

    private void look(Feature feature, Cell cell, EpisodeRow episode, long frame) {
        if (cell.count() != feature.elements) {
            repeat(
                    FindingKind.SHAPE,
                    feature.name,
                    frame,
                    "\"" + feature.name + "\" has " + cell.count() + " values instead of " + feature.elements,
                    RECORD);
            return;
        }
        if (cell.binary()) {
            if (feature.pictures != null) {
                feature.pictures
                        .problem(cell.bytes().orElseThrow())
                        .ifPresent(problem -> repeat(
                                FindingKind.IMAGE, feature.name, frame, "\"" + feature.name + "\" " + problem, RECORD));
            }
            return;
        }
        switch (feature.name) {
            case "index" -> same(feature, cell, episode.fromRow() + frame, frame);
            case "frame_index" -> same(feature, cell, frame, frame);
            case "timestamp" -> timestamp(cell.number(0), frame);
            case "task_index" -> task(cell.number(0), episode, frame);
            default -> finite(feature, cell, frame);
        }
    }

    private void same(Feature feature, Cell cell, long wanted, long frame) {
        if (cell.number(0) != wanted) {
            repeat(
                    FindingKind.ROW_INDEX,
                    feature.name,
                    frame,
                    "\"" + feature.name + "\" is not what it should be, from " + (long) cell.number(0) + " instead of "
                            + wanted + " on",
                    ADVICE);
        }
    }

    private void timestamp(double timestamp, long frame) {
        double wanted = frame / fps;
        double off = Math.abs(timestamp - wanted);
        if (!(off <= TOLERANCE_S + Math.ulp((float) wanted))) {
            String problem =
                    "\"timestamp\" is " + timestamp + " s instead of " + wanted + " s (" + fps + " frames a second)";
            repeat(
                    FindingKind.TIMESTAMP,
                    "",
                    frame,
                    videos ? problem + "; LeRobot finds no picture for it" : problem,
                    RECORD);
        }
    }

    private void task(double index, EpisodeRow episode, long frame) {
        String task = index == Math.rint(index) ? tasks.get((long) index) : null;
        if (task == null) {
            if (!tasks.isEmpty()) {
                repeat(
                        FindingKind.TASK_INDEX,
                        "",
                        frame,
                        "its task " + number(index) + " is not listed in meta",
                        ADVICE);
            }
        } else if (!episode.tasks().isEmpty() && !episode.tasks().contains(task)) {
            repeat(
                    FindingKind.TASK_INDEX,
                    "",
                    frame,
                    "its task \"" + MetaCheck.brief(task) + "\" is not among its episode's",
                    ADVICE);
        }
    }

    private void finite(Feature feature, Cell cell, long frame) {
        for (int i = 0; i < feature.elements; i++) {
            double value = cell.number(i);
            if (!Double.isFinite(value)) {
                repeat(FindingKind.NOT_FINITE, feature.name, frame, "\"" + feature.label(i) + "\" is " + value, RECORD);
                return;
            }
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /** Notes something that may come again in the next frame; the first problem stands for all of its kind and column. */
    private void repeat(FindingKind kind, String of, long frame, String problem, String advice) {
        String key = kind + of;
        Repeated known = repeated.get(key);
        if (known == null) {
            known = new Repeated(kind, frame, problem, advice);
            repeated.put(key, known);
        }
        known.count++;
    }

    private void tellRepeated() {
        EpisodeRow of = current;
        if (of != null) {
            repeated.values()
                    .forEach(known -> findings.add(Finding.error(known.kind, file, known.problem, known.advice)
                            .ofEpisode(of.index())
                            .atFrames(known.frame, known.count)));
        }
        repeated.clear();
    }

    /** After the last row. */
    void finish(long rows) {
        tellRepeated();
        if (episodeCell == null) {
            return;
        }
        if (foreign > 0) {
            findings.add(Finding.error(
                    FindingKind.ROW_COUNT,
                    file,
                    (foreign == rows ? "all of its " : "") + foreign + " rows, from row " + foreignFirst
                            + " on, belong to episodes that meta does not put there",
                    ADVICE));
        }
        for (EpisodeRow episode : expected.values()) {
            long found = seen.getOrDefault(episode.index(), 0L);
            if (found != episode.length()) {
                findings.add(Finding.error(
                                FindingKind.ROW_COUNT,
                                file,
                                "it holds " + found + " of its rows; meta says " + episode.length(),
                                ADVICE)
                        .ofEpisode(episode.index()));
            }
        }
    }

    /** A column and what it should hold. */
    private static final class Feature {
        private final String name;
        private final int elements;
        private final List<String> names;
        private final @Nullable PictureCheck pictures;
        private final Cell cell;

        Feature(DatasetFeature feature, Cell cell) {
            this.cell = cell;
            boolean picture = feature.dtype().equals("image");
            name = feature.name();
            elements = picture ? 1 : feature.elements();
            pictures = picture ? new PictureCheck(feature) : null;
            names = feature.names();
        }

        String label(int element) {
            if (elements == 1) {
                return name;
            }
            return name + "[" + (names.size() == elements ? names.get(element) : element) + "]";
        }
    }

    private static final class Repeated {
        private final FindingKind kind;
        private final long frame;
        private final String problem;
        private final String advice;
        private long count;

        Repeated(FindingKind kind, long frame, String problem, String advice) {
            this.kind = kind;
            this.frame = frame;
            this.problem = problem;
            this.advice = advice;
        }
    }
}
