/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.store.Publication.Move;
import dev.tendon.dataset.write.ColumnValues;
import dev.tendon.dataset.write.DataFileWriter;
import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.dataset.write.DatasetStatistics;
import dev.tendon.dataset.write.EpisodeRecord;
import dev.tendon.dataset.write.EpisodeRows;
import dev.tendon.dataset.write.EpisodeStatistics;
import dev.tendon.dataset.write.EpisodesFileWriter;
import dev.tendon.dataset.write.EpisodesLayout;
import dev.tendon.dataset.write.FeatureSpec;
import dev.tendon.dataset.write.FeatureStatistics;
import dev.tendon.dataset.write.FilePosition;
import dev.tendon.dataset.write.MetaFiles;
import dev.tendon.dataset.write.VideoPosition;
import dev.tendon.video.Video;
import dev.tendon.video.VideoEncoding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The first half of a save: from a journal, everything that the episode adds to the dataset is built in {@code .tendon/save}, synced.
 * What it costs does not depend on how many episodes there are. Used once. Thread: its creator's.
 */
final class EpisodeSave {
    private final FileLayer layer;
    private final Video video;
    private final Places places;
    private final StoreState state;
    private final List<Move> moves = new ArrayList<>();
    private long bytes;

    EpisodeSave(FileLayer layer, Video video, Places places, StoreState state) {
        this.layer = layer;
        this.video = video;
        this.places = places;
        this.state = state;
    }

    /** What was built: how it is published, and how the dataset is afterwards. */
    record Built(Publication publication, StoreState next, SavedEpisode saved) {}

    /**
     * Builds the episode in the journal at {@code folder}.
     *
     * @param pictures statistics of its pictures by feature; those that are missing are taken from the pictures
     * @throws FormatException where there is no frame to save
     */
    Built build(Path folder, JournalExtent extent, Map<String, FeatureStatistics> pictures) throws IOException {
        int frames = extent.frames();
        if (frames == 0) {
            throw new FormatException(folder, "the episode has no whole frame", "Drop it");
        }
        Numbering.check(places.root(), List.of(state.data(), state.meta()));
        Trees.delete(layer, places.save());
        Trees.makeFolder(layer, places.save());
        JournalReader reader = new JournalReader(folder);
        Map<String, VideoPosition> videos = new LinkedHashMap<>();
        Map<String, FeatureStatistics> statistics = new LinkedHashMap<>(pictures);
        DatasetSpec spec = videos(reader, extent, videos, statistics);
        try (JournaledRows rows = new JournaledRows(spec, reader, frames)) {
            List<String> tasks = new ArrayList<>(state.tasks());
            EpisodeRows numbered = numbered(rows, frames, tasks);
            for (FeatureSpec feature : spec.columns()) {
                if (feature.image() && !statistics.containsKey(feature.name())) {
                    statistics.put(
                            feature.name(),
                            PictureStatistics.ofPictures(numbered.columns().get(feature.name()), frames));
                }
            }
            write("data.parquet", spec.dataPath(state.data()), out -> {
                try (DataFileWriter writer = new DataFileWriter(out, spec)) {
                    writer.write(numbered);
                    writer.finish();
                }
            });
            return meta(folder, spec, rows, numbered, tasks, videos, statistics, extent);
        }
    }

    /** Takes or copies the videos, and returns the spec that says how they are encoded. */
    private DatasetSpec videos(
            JournalReader reader,
            JournalExtent extent,
            Map<String, VideoPosition> positions,
            Map<String, FeatureStatistics> statistics)
            throws IOException {
        int frames = extent.frames();
        DatasetSpec spec = state.spec();
        List<String> keys = reader.header().videos();
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            FilePosition position = state.videos().get(key);
            String name = "video-" + i + ".mp4";
            Path file = places.save().resolve(name);
            if (!extent.torn() && reader.filmFrames(video, i) == frames) {
                layer.move(reader.film(i), file); // the fragments stay, should this save fail
            } else {
                copy(reader.video(i), file, frames);
            }
            bytes += Files.size(file);
            move(name, spec.videoPath(key, position));
            positions.put(key, new VideoPosition(position, 0, frames / spec.fps()));
            if (!statistics.containsKey(key)) {
                statistics.put(key, PictureStatistics.ofVideo(video, file, 0, frames));
            }
            spec = described(spec, key, reader.header().encodings().get(key), file);
        }
        return spec;
    }

    private void copy(Path from, Path to, int frames) throws IOException {
        long copied = video.remux(from, to, frames);
        if (copied != frames) {
            throw new FormatException(from, "it gave " + copied + " frames instead of " + frames, "Drop the episode");
        }
        layer.sync(to);
    }

    /** The first episode's videos say what {@code info.json} tells of them (LeRobot 0.6, {@code update_video_info}). */
    private DatasetSpec described(
            DatasetSpec spec, String key, @org.jspecify.annotations.Nullable VideoEncoding encoding, Path file)
            throws IOException {
        FeatureSpec feature = spec.features().get(key);
        if (encoding == null || feature == null || !feature.info().isEmpty()) {
            return spec;
        }
        return spec.toBuilder()
                .feature(feature.withInfo(encoding.info(video.probe(file))))
                .build();
    }

    /** The rows with their bookkeeping; tasks that are new are added to {@code tasks}. */
    private EpisodeRows numbered(JournaledRows rows, int frames, List<String> tasks) {
        long[] indices = new long[frames];
        for (int frame = 0; frame < frames; frame++) {
            String task = rows.tasks().get(frame);
            int index = tasks.indexOf(task);
            if (index < 0) {
                index = tasks.size();
                tasks.add(task);
            }
            indices[frame] = index;
        }
        return rows.rows()
                .numbered(state.spec().fps(), state.episodes(), state.frames(), ColumnValues.integers(indices, frames));
    }

    private Built meta(
            Path folder,
            DatasetSpec spec,
            JournaledRows rows,
            EpisodeRows numbered,
            List<String> tasks,
            Map<String, VideoPosition> videos,
            Map<String, FeatureStatistics> pictures,
            JournalExtent extent)
            throws IOException {
        int frames = extent.frames();
        DatasetStatistics statistics = EpisodeStatistics.of(spec, numbered, pictures);
        EpisodeRecord record = new EpisodeRecord(
                state.episodes(),
                rows.tasks().stream().distinct().toList(),
                frames,
                state.frames(),
                state.data(),
                videos,
                statistics,
                state.meta(),
                Map.of());
        EpisodesLayout layout = state.layout() == null ? EpisodesLayout.of(spec, record) : state.layout();
        write("episodes.parquet", DatasetSpec.episodesPath(state.meta()), out -> {
            try (EpisodesFileWriter writer = new EpisodesFileWriter(out, layout)) {
                writer.write(List.of(record));
                writer.finish();
            }
        });
        DatasetStatistics all = state.statistics().plus(statistics);
        write("stats.json", "meta/stats.json", out -> MetaFiles.writeStatistics(out, all));
        if (tasks.size() > state.tasks().size()) {
            write("tasks.parquet", "meta/tasks.parquet", out -> MetaFiles.writeTasks(out, tasks));
        }
        write(
                "info.json",
                "meta/info.json",
                out -> MetaFiles.writeInfo(out, spec, state.episodes() + 1, state.frames() + frames, tasks.size()));
        String before = Publication.hash(Files.readAllBytes(places.info()));
        String after = Publication.hash(Files.readAllBytes(places.save().resolve("info.json")));
        int chunks = spec.settings().chunksSize();
        Map<String, FilePosition> nextVideos = new LinkedHashMap<>();
        state.videos().forEach((key, position) -> nextVideos.put(key, position.next(chunks)));
        StoreState next = new StoreState(
                spec,
                state.episodes() + 1,
                state.frames() + frames,
                List.copyOf(tasks),
                all,
                layout,
                state.data().next(chunks),
                state.meta().next(chunks),
                nextVideos);
        return new Built(
                new Publication(moves, List.of(folder.getFileName().toString()), before, after),
                next,
                new SavedEpisode(state.episodes(), frames, extent.cut(), bytes));
    }

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    private void write(String name, String to, Content content) throws IOException {
        try (FileLayer.Sink sink = layer.create(places.save().resolve(name))) {
            OutputStream out = new SinkStream(sink);
            content.write(out);
            out.flush();
            sink.sync();
            bytes += sink.size();
        }
        move(name, to);
    }

    private void move(String from, String to) throws IOException {
        boolean replaces =
                to.equals("meta/stats.json") || to.equals("meta/tasks.parquet") || to.equals("meta/info.json");
        if (!replaces && Files.exists(places.root().resolve(to))) {
            throw new FormatException(
                    places.root().resolve(to),
                    "another program has made this file while the dataset was recorded to",
                    "End the other program, and record on with --resume=true");
        }
        moves.add(new Move(from, to));
    }
}
