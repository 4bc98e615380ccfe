/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

import dev.tendon.dataset.DatasetFeature;
import dev.tendon.dataset.EpisodeInfo;
import dev.tendon.dataset.EpisodeVideo;
import dev.tendon.dataset.FormatException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The {@code meta} folder of v3.0 (LeRobot 0.6, datasets/dataset_metadata.py): {@code episodes/chunk-*}{@code /file-*.parquet}
 * and {@code tasks.parquet}; episodes share data and video files.
 */
final class MetaV3 {
    private static final String INDEX = "episode_index";
    private static final String LENGTH = "length";
    private static final String FROM = "dataset_from_index";
    private static final String TO = "dataset_to_index";
    private static final String CHUNK = "chunk_index";
    private static final String FILE = "file_index";
    private static final String FROM_S = "from_timestamp";
    private static final String TO_S = "to_timestamp";
    private static final String DATA = "data/";
    /** Thirty years. */
    private static final double MOST_S = 1e9;
    /** Pandas stores the tasks' texts as an index, named in newer files and not in older ones. */
    private static final List<String> TASK_COLUMNS = List.of("task", "__index_level_0__");

    private final Path meta;
    private final InfoFile info;
    private final Set<Path> videos;
    private final Budget budget = new Budget();

    MetaV3(Path root, InfoFile info, Set<Path> videos) {
        meta = root.resolve("meta");
        this.info = info;
        this.videos = videos;
    }

    Meta read() throws IOException {
        Path folder = meta.resolve("episodes");
        List<Episode> episodes = new ArrayList<>();
        List<Path> files = files(folder);
        ManyFiles.read(files, this::episodes).forEach(episodes::addAll);
        if (files.isEmpty() && info.info().totalEpisodes() > 0) {
            throw new NoSuchFileException(
                    folder.resolve("chunk-000").resolve("file-000.parquet").toString());
        }
        episodes.sort(Comparator.comparingInt(e -> e.info().index()));
        check(folder, episodes);
        leaveOutUncounted(episodes);
        MetaReader.checkTotals(info, folder, episodes);
        episodes.forEach(episode -> episode.videos().forEach(video -> videos.add(video.file())));
        return new Meta(info.info(), episodes, tasks(), List.copyOf(videos));
    }

    /** Episodes behind the counted ones: their save was going on, or was interrupted. LeRobot passes over them, too. */
    private void leaveOutUncounted(List<Episode> episodes) {
        int counted = info.info().totalEpisodes();
        long end = counted == 0 || counted > episodes.size()
                ? 0
                : episodes.get(counted - 1).info().toRow();
        if (counted < episodes.size() && end == info.info().totalFrames()) {
            episodes.subList(counted, episodes.size()).clear();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (DirectoryStream<Path> chunks = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path chunk : chunks) {
                try (DirectoryStream<Path> found = Files.newDirectoryStream(chunk, "*.parquet")) {
                    found.forEach(files::add);
                }
            }
        }
        files.sort(Comparator.naturalOrder());
        return files;
    }

    private List<Episode> episodes(Path file) throws IOException {
        List<Episode> episodes = new ArrayList<>();
        try (ParquetTable table = ParquetTable.open(file)) {
            Map<String, Integer> wanted = new LinkedHashMap<>();
            for (String column : List.of(INDEX, LENGTH, FROM, TO, DATA + CHUNK, DATA + FILE)) {
                wanted.put(column, 1);
            }
            List<String> videoKeys = videoKeys(table);
            for (String key : videoKeys) {
                wanted.put(videoColumn(key, CHUNK), 1);
                wanted.put(videoColumn(key, FILE), 1);
                wanted.put(videoColumn(key, FROM_S), 1);
                wanted.put(videoColumn(key, TO_S), 1);
            }
            Map<String, ColumnBuffer> columns = table.read(wanted, budget);
            List<List<String>> tasks = table.has("tasks") ? table.readTexts("tasks", budget) : List.of();
            for (int row = 0; row < columns.get(INDEX).rows(); row++) {
                Row values = new Row(file, columns, row);
                episodes.add(episode(values, row < tasks.size() ? tasks.get(row) : List.of(), videoKeys));
            }
        }
        return episodes;
    }

    private Episode episode(Row row, List<String> tasks, List<String> videoKeys) throws IOException {
        int index = (int) row.integer(INDEX, Limits.ENTRIES);
        long from = row.integer(FROM, Long.MAX_VALUE / 4);
        long to = row.integer(TO, Long.MAX_VALUE / 4);
        long length = row.integer(LENGTH, Limits.FILE_ROWS);
        if (to - from != length) {
            throw Damage.in(
                    row.file(), "episode " + index + " has " + length + " frames, but rows " + from + " to " + to);
        }
        Path data = info.data()
                .expand(Map.of(
                        CHUNK, row.integer(DATA + CHUNK, Integer.MAX_VALUE),
                        FILE, row.integer(DATA + FILE, Integer.MAX_VALUE)));
        return new Episode(new EpisodeInfo(index, from, to, tasks), data, videos(row, videoKeys));
    }

    private static void check(Path folder, List<Episode> episodes) throws FormatException {
        long row = 0;
        for (int i = 0; i < episodes.size(); i++) {
            EpisodeInfo episode = episodes.get(i).info();
            if (episode.index() != i) {
                throw Damage.in(
                        folder,
                        episode.index() < i
                                ? "lists episode " + episode.index() + " twice"
                                : "does not list episode " + i);
            }
            if (episode.fromRow() != row) {
                throw Damage.in(
                        folder,
                        "episode " + i + " begins at row " + episode.fromRow() + ", and the one before ends at " + row);
            }
            row = episode.toRow();
        }
    }

    private List<String> videoKeys(ParquetTable table) {
        List<String> keys = new ArrayList<>();
        for (DatasetFeature feature : info.info().features().values()) {
            if (feature.video()
                    && table.has(videoColumn(feature.name(), CHUNK))
                    && table.has(videoColumn(feature.name(), FILE))
                    && table.has(videoColumn(feature.name(), FROM_S))
                    && table.has(videoColumn(feature.name(), TO_S))) {
                keys.add(feature.name());
            }
        }
        return keys;
    }

    private static String videoColumn(String key, String column) {
        return "videos/" + key + "/" + column;
    }

    private List<EpisodeVideo> videos(Row row, List<String> keys) throws IOException {
        List<EpisodeVideo> found = new ArrayList<>();
        PathTemplate template = info.video();
        if (template != null) {
            for (String key : keys) {
                Path file = template.expand(Map.of(
                        "video_key",
                        key,
                        CHUNK,
                        row.integer(videoColumn(key, CHUNK), Integer.MAX_VALUE),
                        FILE,
                        row.integer(videoColumn(key, FILE), Integer.MAX_VALUE)));
                found.add(new EpisodeVideo(
                        key, file, row.seconds(videoColumn(key, FROM_S)), row.seconds(videoColumn(key, TO_S))));
            }
        }
        return found;
    }

    Map<Long, String> tasks() throws IOException {
        Path file = meta.resolve("tasks.parquet");
        if (info.info().totalEpisodes() == 0 && Files.notExists(file)) {
            return Map.of(); // begun, and nothing saved yet
        }
        try (ParquetTable table = ParquetTable.open(file)) {
            String text = TASK_COLUMNS.stream().filter(table::has).findFirst().orElse(TASK_COLUMNS.get(0));
            Map<String, ColumnBuffer> columns = table.read(Map.of("task_index", 1, text, 1), budget);
            Map<Long, String> tasks = new HashMap<>();
            if (!columns.get(text).texts()) {
                throw Damage.in(file, "column \"" + text + "\" holds numbers instead of texts");
            }
            for (int row = 0; row < columns.get(text).rows(); row++) {
                tasks.put(
                        new Row(file, columns, row).integer("task_index", Limits.ENTRIES),
                        columns.get(text).text(row));
            }
            return tasks;
        }
    }

    /** One row of a table that is read as a whole. */
    private record Row(Path file, Map<String, ColumnBuffer> columns, int row) {
        /** An integer from 0 to {@code most}. */
        long integer(String column, long most) throws FormatException {
            ColumnBuffer values = columns.get(column);
            double value = values.texts() ? Double.NaN : values.number(row, 0);
            if (!(value >= 0 && value <= most && value == Math.rint(value))) {
                throw Damage.in(
                        file, "row " + row + " has \"" + column + "\" = " + (values.texts() ? "a text" : value));
            }
            return (long) value;
        }

        /** A time of at least 0. */
        double seconds(String column) throws FormatException {
            ColumnBuffer values = columns.get(column);
            double value = values.texts() ? Double.NaN : values.number(row, 0);
            if (!(value >= 0 && value <= MOST_S)) {
                throw Damage.in(
                        file, "row " + row + " has \"" + column + "\" = " + (values.texts() ? "a text" : value));
            }
            return value;
        }
    }
}
