/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import dev.tendon.dataset.write.ColumnValues;
import dev.tendon.dataset.write.DataFileReader;
import dev.tendon.dataset.write.DataFileWriter;
import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.dataset.write.DatasetStatistics;
import dev.tendon.dataset.write.EpisodeRecord;
import dev.tendon.dataset.write.EpisodeRows;
import dev.tendon.dataset.write.EpisodeStatistics;
import dev.tendon.dataset.write.FeatureSpec;
import dev.tendon.dataset.write.FeatureStatistics;
import dev.tendon.dataset.write.FilePosition;
import dev.tendon.dataset.write.FormatVersion;
import dev.tendon.dataset.write.MetaFiles;
import dev.tendon.dataset.write.VideoPosition;
import dev.tendon.video.Video;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the complete episodes of a damaged dataset anew: files that need no change become second names of the old ones, or copies; rows
 * whose numbers change are copied with new ones; meta is made from what is there. Used once. Thread: its creator's.
 */
final class Rebuild {
    /** Not worth taking over: what is written below, what is Tendon's own, and pictures that LeRobot had not encoded yet. */
    private static final Set<String> LEFT = Set.of("data", "videos", "meta", "images", Places.TENDON);

    private final FileLayer layer;
    private final Video video;
    private final Salvage salvage;
    private final RepairProgress progress;
    private final DatasetSpec spec;
    private final Path to;
    private final boolean link;
    private final List<String> tasks;
    private final Map<Long, Long> taskNumbers = new HashMap<>();
    private final List<EpisodeRecord> records = new ArrayList<>();
    private final Set<Path> placed = new java.util.HashSet<>();
    private long row;

    /** Writes to {@code to}, with second names of unchanged files or copies. */
    Rebuild(FileLayer layer, Video video, Salvage salvage, Path to, boolean link, RepairProgress progress) {
        this.progress = progress;
        this.layer = layer;
        this.video = video;
        this.salvage = salvage;
        this.to = to;
        this.link = link;
        spec = salvage.spec();
        tasks = List.copyOf(salvage.tasks().values());
        long number = 0;
        for (long old : salvage.tasks().keySet()) {
            taskNumbers.put(old, number++);
        }
    }

    void run() throws IOException {
        takeOver(salvage.root(), to, LEFT);
        FilePosition position = FilePosition.FIRST;
        int next = 0;
        while (next < salvage.kept().size()) {
            progress.at("Building the repaired dataset", next, salvage.kept().size());
            int end = next + 1;
            Path file = salvage.kept().get(next).rows().file();
            while (spec.version() == FormatVersion.V3_0
                    && end < salvage.kept().size()
                    && salvage.kept().get(end).rows().file().equals(file)) {
                end++;
            }
            dataFile(next, end, position);
            position = position.next(spec.settings().chunksSize());
            next = end;
        }
        meta();
    }

    private void takeOver(Path from, Path into, Set<String> except) throws IOException {
        for (Path child : Trees.children(from)) {
            String name = child.getFileName().toString();
            if (except.contains(name) || (from.equals(salvage.root()) && name.startsWith("tmp"))) {
                continue;
            }
            if (Files.isDirectory(child)) {
                layer.makeFolder(into.resolve(name));
                takeOver(child, into.resolve(name), Set.of());
            } else if (Files.isRegularFile(child)) {
                place(child, into.resolve(name));
            }
        }
    }

    private void place(Path file, Path copy) throws IOException {
        layer.makeFolder(copy.getParent());
        if (link) {
            layer.linkOrCopy(file, copy);
        } else {
            Files.copy(file, copy);
            layer.sync(copy);
        }
    }

    /** Writes the data file of episodes {@code from} to {@code end}, which are together in one now. */
    private void dataFile(int from, int end, FilePosition position) throws IOException {
        Path old = salvage.kept().get(from).rows().file();
        Path file =
                to.resolve(spec.version() == FormatVersion.V2_1 ? spec.episodeDataPath(from) : spec.dataPath(position));
        layer.makeFolder(file.getParent());
        try (DataFileReader reader = DataFileReader.open(old)) {
            boolean same = salvage.rows().count(old) == end - from && identity();
            long at = row;
            for (int i = from; i < end; i++) {
                SalvagedRows.Run run = salvage.kept().get(i).rows();
                same &= run.run().episode() == i && run.firstRow() == at;
                at += run.run().length();
            }
            if (same) {
                place(old, file);
                for (int i = from; i < end; i++) {
                    record(i, position, null);
                }
            } else {
                copy(reader, file, from, end, position);
            }
        }
    }

    private boolean identity() {
        return taskNumbers.entrySet().stream().allMatch(entry -> entry.getKey().equals(entry.getValue()));
    }

    private void copy(DataFileReader reader, Path file, int from, int end, FilePosition position) throws IOException {
        try (FileLayer.Sink sink = layer.create(file)) {
            SinkStream out = new SinkStream(sink);
            try (DataFileWriter writer = new DataFileWriter(out, spec, reader)) {
                for (int i = from; i < end; i++) {
                    var run = salvage.kept().get(i).rows().run();
                    Map<String, ColumnValues> numbers = DataFileWriter.renumbered(reader, run, i, row, taskNumbers);
                    writer.copy(reader, run, numbers);
                    record(i, position, numbers);
                }
                writer.finish();
            }
            out.flush();
            sink.sync();
        }
    }

    /** Notes an episode, and places its videos. */
    private void record(int index, FilePosition position, @Nullable Map<String, ColumnValues> numbers)
            throws IOException {
        Salvage.Episode episode = salvage.kept().get(index);
        int old = episode.rows().run().episode();
        for (Map.Entry<String, VideoPosition> entry : episode.videos().entrySet()) {
            Path from = salvage.videos().file(entry.getKey(), old, entry.getValue());
            Path file = to.resolve(
                    spec.version() == FormatVersion.V2_1
                            ? spec.episodeVideoPath(entry.getKey(), index)
                            : spec.videoPath(entry.getKey(), entry.getValue().file()));
            if (placed.add(file)) {
                place(from, file);
            }
        }
        records.add(new EpisodeRecord(
                index,
                episode.tasks(),
                episode.length(),
                row,
                position,
                spec.version() == FormatVersion.V2_1 ? Map.of() : episode.videos(),
                statistics(episode, numbers),
                FilePosition.FIRST,
                episode.told() == null ? Map.of() : episode.told().extra()));
        row += episode.length();
    }

    private DatasetStatistics statistics(Salvage.Episode episode, @Nullable Map<String, ColumnValues> numbers)
            throws IOException {
        DatasetStatistics told = episode.told() == null
                ? DatasetStatistics.EMPTY
                : episode.told().statistics();
        if (numbers == null && !told.features().isEmpty()) {
            return told;
        }
        Map<String, FeatureStatistics> pictures = new LinkedHashMap<>();
        try (DataFileReader reader = DataFileReader.open(episode.rows().file())) {
            EpisodeRows rows = reader.rows(episode.rows().run(), spec.columns());
            for (FeatureSpec feature : spec.features().values()) {
                FeatureStatistics known = told.features().get(feature.name());
                if ((feature.video() || feature.image()) && known != null) {
                    pictures.put(feature.name(), known);
                } else if (feature.image() && !feature.depth()) {
                    pictures.put(
                            feature.name(),
                            PictureStatistics.ofPictures(rows.columns().get(feature.name()), episode.length()));
                } else if (feature.video() && !feature.depth()) {
                    VideoPosition at = episode.videos().get(feature.name());
                    Path file = salvage.videos()
                            .file(feature.name(), episode.rows().run().episode(), at);
                    pictures.put(feature.name(), PictureStatistics.ofVideo(video, file, at.fromS(), episode.length()));
                }
            }
            if (numbers != null) {
                for (Map.Entry<String, ColumnValues> column : numbers.entrySet()) {
                    rows = rows.with(column.getKey(), column.getValue());
                }
            }
            return EpisodeStatistics.of(spec, rows, pictures);
        }
    }

    private void meta() throws IOException {
        Path meta = to.resolve("meta");
        layer.makeFolder(meta);
        if (spec.version() == FormatVersion.V2_1) {
            write(meta.resolve("tasks.jsonl"), out -> MetaFiles.writeTaskLines(out, tasks));
            write(meta.resolve("episodes.jsonl"), out -> MetaFiles.writeEpisodeLines(out, records));
            write(meta.resolve("episodes_stats.jsonl"), out -> MetaFiles.writeEpisodeStatisticsLines(out, records));
        } else if (!records.isEmpty()) {
            EpisodesFiles.write(layer, to, spec, null, records);
            DatasetStatistics all = DatasetStatistics.aggregate(
                    records.stream().map(EpisodeRecord::statistics).toList());
            write(meta.resolve("stats.json"), out -> MetaFiles.writeStatistics(out, all));
            write(meta.resolve("tasks.parquet"), out -> MetaFiles.writeTasks(out, tasks));
        }
        write(
                meta.resolve("info.json"),
                out -> MetaFiles.writeInfo(out, spec, records.size(), row, records.isEmpty() ? 0 : tasks.size()));
    }

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    private void write(Path file, Content content) throws IOException {
        try (FileLayer.Sink sink = layer.create(file)) {
            OutputStream out = new SinkStream(sink);
            content.write(out);
            out.flush();
            sink.sync();
        }
    }

    /** Takes over journals of episodes whose recorder died: they are offered by the next open. */
    void takeOverJournals() throws IOException {
        Path journals = new Places(salvage.root()).journals();
        for (Path journal : Trees.children(journals)) {
            Path copy = new Places(to).journals().resolve(journal.getFileName().toString());
            layer.makeFolder(copy);
            takeOver(journal, copy, Set.of());
        }
    }
}
