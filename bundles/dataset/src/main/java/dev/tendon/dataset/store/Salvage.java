/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import dev.tendon.dataset.DatasetInfo;
import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.internal.MetaScan;
import dev.tendon.dataset.store.RepairReport.Dropped;
import dev.tendon.dataset.store.SalvagedVideos.MissingException;
import dev.tendon.dataset.write.DatasetMeta;
import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.dataset.write.DatasetStatistics;
import dev.tendon.dataset.write.EpisodeRecord;
import dev.tendon.dataset.write.FormatVersion;
import dev.tendon.dataset.write.MetaFiles;
import dev.tendon.dataset.write.VideoPosition;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a damaged dataset for episodes that are complete: rows from the first frame to the last, their tasks, and a picture for each
 * of them in every video. What {@code meta} does not tell any more is told by the rows. Changes nothing. Thread: its creator's.
 */
final class Salvage {
    private final Path root;
    private final DatasetSpec spec;
    private final DatasetInfo info;
    private final SalvagedRows rows;
    private final SalvagedVideos videos;
    private final List<Episode> kept = new ArrayList<>();
    private final List<Dropped> dropped = new ArrayList<>();
    private final List<String> mended = new ArrayList<>();
    private final Map<Integer, EpisodeRecord> told = new TreeMap<>();
    private final Map<Long, String> tasks = new TreeMap<>();

    /**
     * A complete episode.
     *
     * @param rows where its rows are
     * @param tasks what is done in it, in words
     * @param videos where its pictures are
     * @param told what {@code meta} says of it; null where it says nothing
     */
    record Episode(
            SalvagedRows.Run rows,
            List<String> tasks,
            Map<String, VideoPosition> videos,
            @Nullable EpisodeRecord told) {
        int length() {
            return rows.run().length();
        }
    }

    /**
     * Looks through the dataset at {@code root}.
     *
     * @param scratch a folder for files that are made on the way, which are needed as long as this is; not there yet
     * @throws FormatException where {@code info.json} cannot be read: without it, nothing tells what the rows are
     */
    Salvage(Path root, Video video, FileLayer layer, Path scratch, RepairProgress progress) throws IOException {
        this.root = root;
        spec = DatasetSpec.read(root);
        info = MetaScan.open(root).info();
        progress.at("Reading rows", 0, 0);
        rows = new SalvagedRows(root, spec, layer, scratch);
        rows.rescued()
                .forEach((whole, torn) -> mended.add(
                        torn + " was never finished: whoever wrote it was killed; its rows are found by their pages"));
        videos = new SalvagedVideos(root, spec, video);
        readMeta();
        Set<Integer> indices = new TreeSet<>(rows.episodes());
        indices.addAll(told.keySet());
        for (int index = 0; index < info.totalEpisodes(); index++) {
            indices.add(index);
        }
        int done = 0;
        for (int index : indices) {
            progress.at("Looking at episodes", done++, indices.size());
            look(index);
        }
        compare();
    }

    private void readMeta() throws IOException {
        for (EpisodeRecord episode : DatasetMeta.readable(root, problem -> mended.add(problem.getMessage()))) {
            if (told.putIfAbsent(episode.index(), episode) != null) {
                mended.add("meta lists episode " + episode.index() + " twice; the first is taken");
            }
        }
        try {
            tasks.putAll(MetaScan.open(root).tasks());
        } catch (NoSuchFileException e) {
            if (!rows.episodes().isEmpty()) {
                mended.add(e.getFile() + " is missing; the tasks are those that the episodes name");
            }
        } catch (FormatException e) {
            mended.add(e.getMessage());
        }
        for (EpisodeRecord episode : told.values()) {
            rows.find(episode.index(), data(episode)).ifPresent(found -> {
                if (found.tasks().size() == 1 && episode.tasks().size() == 1) {
                    tasks.putIfAbsent(
                            found.tasks().iterator().next(), episode.tasks().get(0));
                }
            });
        }
    }

    private @Nullable Path data(EpisodeRecord episode) throws FormatException {
        return root.resolve(
                spec.version() == FormatVersion.V2_1
                        ? spec.episodeDataPath(episode.index())
                        : spec.dataPath(episode.data()));
    }

    private void look(int index) throws IOException {
        EpisodeRecord record = told.get(index);
        Path file = record == null ? null : data(record);
        Optional<SalvagedRows.Run> found = rows.find(index, file);
        String why = found.isEmpty() ? noRows(file) : wrong(found.get(), record);
        if (why == null) {
            SalvagedRows.Run run = found.get();
            try {
                Map<String, VideoPosition> pictures =
                        videos.find(index, run.run().length(), record == null ? Map.of() : record.videos());
                List<String> names = record != null && !record.tasks().isEmpty()
                        ? record.tasks()
                        : run.tasks().stream().map(tasks::get).toList();
                kept.add(new Episode(run, names, pictures, record));
                if (record == null) {
                    mended.add("episode " + index + " is complete, but meta does not list it");
                }
                return;
            } catch (MissingException e) {
                why = e.getMessage();
            }
        }
        dropped.add(new Dropped(index, String.valueOf(why)));
        if (record != null) {
            videos.skip(record);
        }
    }

    private String noRows(@Nullable Path file) {
        String problem = file == null ? null : rows.unreadable().get(file);
        if (problem != null) {
            return problem;
        }
        return file == null
                ? "nothing is left of it: no rows, and meta does not list it"
                        + (rows.unreadable().isEmpty()
                                ? ""
                                : " (its rows may have been in "
                                        + rows.unreadable().keySet() + ")")
                : file + (Files.exists(file) ? " has no rows of it" : " is missing");
    }

    private @Nullable String wrong(SalvagedRows.Run run, @Nullable EpisodeRecord record) {
        if (run.problem() != null) {
            return run.problem();
        }
        if (record != null && record.length() != run.run().length()) {
            return run.file() + " holds " + run.run().length() + " frames of it, and meta says " + record.length();
        }
        Set<Long> unknown = new TreeSet<>(run.tasks());
        unknown.removeAll(tasks.keySet());
        return unknown.isEmpty() ? null : "nothing tells what task " + unknown + " is";
    }

    /** What is not as it should be, though no episode is lost by it. */
    private void compare() throws IOException {
        long frames = kept.stream().mapToLong(Episode::length).sum();
        if (info.totalEpisodes() != kept.size() || info.totalFrames() != frames) {
            mended.add("info.json counts " + info.totalEpisodes() + " episodes and " + info.totalFrames()
                    + " frames; complete are " + kept.size() + " and " + frames);
        }
        long row = 0;
        for (int i = 0; i < kept.size(); i++) {
            Episode episode = kept.get(i);
            if (episode.rows().run().episode() != i || episode.rows().firstRow() != row) {
                mended.add("episode " + episode.rows().run().episode() + " becomes episode " + i + ", from row " + row
                        + " on");
            } else if (episode.told() != null && episode.told().fromRow() != row) {
                mended.add("meta has episode " + i + " at row " + episode.told().fromRow() + "; it is at " + row);
            }
            row += episode.length();
        }
        Set<Path> used = new HashSet<>();
        Map<Path, Long> runs = new HashMap<>();
        for (Episode episode : kept) {
            used.add(episode.rows().file());
            runs.merge(episode.rows().file(), 1L, Long::sum);
        }
        for (Path file : rows.files()) {
            if (!used.contains(file)) {
                mended.add(file + " has no complete episode, and is left out");
            } else if (rows.count(file) != runs.get(file)) {
                mended.add(file + " has rows that belong to no complete episode; they are left out");
            }
        }
        compareTasks();
        compareStatistics(frames);
    }

    private void compareTasks() {
        int number = 0;
        for (long index : tasks.keySet()) {
            if (index != number++) {
                mended.add("the tasks are not numbered from 0 on");
                return;
            }
        }
    }

    private void compareStatistics(long frames) throws IOException {
        if (spec.version() == FormatVersion.V2_1 || kept.isEmpty()) {
            return;
        }
        Path file = root.resolve("meta").resolve("stats.json");
        try {
            DatasetStatistics statistics = MetaFiles.readStatistics(file);
            var counted = statistics.features().get("frame_index");
            if (counted != null && counted.count() != frames) {
                mended.add(file + " is of " + counted.count() + " frames instead of " + frames);
            }
        } catch (NoSuchFileException e) {
            mended.add(file + " is missing");
        } catch (FormatException e) {
            mended.add(e.getMessage());
        }
    }

    DatasetSpec spec() {
        return spec;
    }

    Path root() {
        return root;
    }

    List<Episode> kept() {
        return kept;
    }

    SalvagedRows rows() {
        return rows;
    }

    SalvagedVideos videos() {
        return videos;
    }

    /** Texts by number, as the rows have them. */
    Map<Long, String> tasks() {
        return tasks;
    }

    RepairReport report() {
        return new RepairReport(
                kept.size(), kept.stream().mapToLong(Episode::length).sum(), dropped, mended);
    }
}
