/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tendon.dataset.DatasetInfo;
import dev.tendon.dataset.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads a {@code meta} folder without trusting it: what cannot be read is told, and the rest is read all the same. For those who look for
 * damage; {@link MetaReader} is for those who want a dataset. Thread: its creator's.
 */
public final class MetaScan {
    private final Path root;
    private final InfoFile info;
    private final Json raw;

    private MetaScan(Path root, InfoFile info, Json raw) {
        this.root = root;
        this.info = info;
        this.raw = raw;
    }

    /**
     * Reads {@code info.json}, without which nothing else can be found.
     *
     * @throws FormatException where it is damaged
     */
    public static MetaScan open(Path root) throws IOException {
        InfoFile info = InfoFile.read(root);
        return new MetaScan(root, info, Json.object(info.file()));
    }

    public Path root() {
        return root;
    }

    public DatasetInfo info() {
        return info.info();
    }

    /** {@code meta/info.json}. */
    public Path infoFile() {
        return info.file();
    }

    /** An entry of {@code info.json}, as it stands there; {@code isMissingNode} where it is null or not there. */
    public JsonNode entry(String key) {
        return raw.get(key);
    }

    /** Whether each episode has files of its own (v2). */
    public boolean fileAnEpisode() {
        return info.fileAnEpisode();
    }

    /** Where videos are, with the fields of the name unfilled; empty where none are. */
    public boolean hasVideoPath() {
        return info.video() != null;
    }

    /** The files that list episodes, in their order; one that is missing is not among them. */
    public List<Path> episodeFiles() throws IOException {
        Path meta = root.resolve("meta");
        if (!fileAnEpisode()) {
            return parquetFiles(meta.resolve("episodes"));
        }
        Path file = meta.resolve("episodes.jsonl");
        return Files.exists(file) ? List.of(file) : List.of();
    }

    /** The Parquet files in the folders of {@code folder}, in the order in which LeRobot reads them. */
    public static List<Path> parquetFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> chunks = Files.list(folder)) {
            for (Path chunk : chunks.filter(Files::isDirectory).sorted().toList()) {
                try (Stream<Path> found = Files.list(chunk)) {
                    found.filter(file -> file.getFileName().toString().endsWith(".parquet"))
                            .sorted()
                            .forEach(files::add);
                }
            }
        }
        return files;
    }

    /**
     * The episodes, in the order of the files.
     *
     * @param problems takes what is wrong with a file or a row, which then is left out
     */
    public List<EpisodeRow> episodes(Consumer<FormatException> problems) throws IOException {
        List<EpisodeRow> rows = new ArrayList<>();
        for (Path file : episodeFiles()) {
            try {
                if (fileAnEpisode()) {
                    new EpisodeLines(info, file, problems).read(rows);
                } else {
                    new EpisodeTable(info, file, problems).read(rows);
                }
            } catch (FormatException e) {
                problems.accept(e);
            }
        }
        return rows;
    }

    /**
     * The tasks' texts by number.
     *
     * @throws FormatException where the file is damaged
     * @throws java.nio.file.NoSuchFileException where there is none
     */
    public Map<Long, String> tasks() throws IOException {
        return fileAnEpisode()
                ? new MetaV2(root, info, new java.util.HashSet<>()).tasks()
                : new MetaV3(root, info, new java.util.HashSet<>()).tasks();
    }
}
