/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.internal.Column;
import dev.tendon.dataset.internal.Episode;
import dev.tendon.dataset.internal.FramesReader;
import dev.tendon.dataset.internal.Meta;
import dev.tendon.dataset.internal.MetaReader;
import dev.tendon.dataset.internal.PictureRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A recorded dataset in a folder: LeRobotDataset v3.0, v2.1 or v2.0. Thread: any.
 *
 * <p>What {@code meta/} says is read and checked when it is opened; frames are read by episode, when they are asked for, and no
 * file stays open between calls. Videos that are missing are listed and hinder nothing else.
 */
public final class Dataset implements AutoCloseable {
    /** Column of seconds since the episode's start; always read. */
    public static final String TIMESTAMP = "timestamp";

    /** Column of the task's number; always read. */
    public static final String TASK_INDEX = "task_index";

    private final Path root;
    private final Meta meta;
    private volatile boolean closed;

    private Dataset(Path root, Meta meta) {
        this.root = root;
        this.meta = meta;
    }

    /**
     * Opens the dataset in folder {@code root}, the one that holds {@code meta} and {@code data}.
     *
     * @throws ConfigException where there is no such folder, or no dataset in it
     * @throws FormatException where it is damaged or incomplete
     */
    public static Dataset open(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new ConfigException(
                    "No dataset: there is no folder " + root.toAbsolutePath().normalize());
        }
        if (!Files.exists(root.resolve("meta").resolve("info.json"))) {
            throw new ConfigException("No dataset: " + root.toAbsolutePath().normalize()
                    + " has no meta/info.json. Name the folder that holds meta and data");
        }
        return new Dataset(root, complete(() -> MetaReader.read(root)));
    }

    /** The folder. */
    public Path root() {
        return root;
    }

    public DatasetInfo info() {
        return meta.info();
    }

    /** All episodes; index {@code i} is at position {@code i}. */
    public List<EpisodeInfo> episodes() {
        return meta.episodes().stream().map(Episode::info).toList();
    }

    /**
     * One episode.
     *
     * @throws ConfigException where the dataset has none of that index
     */
    public EpisodeInfo episode(int index) {
        return at(index).info();
    }

    /**
     * Reads an episode's values of {@code columns}; the time stamps and tasks come anyway.
     *
     * @throws ConfigException where the dataset has no such episode
     * @throws IllegalArgumentException where a column is a picture
     * @throws FormatException where the dataset has no such column, or its file is missing or damaged
     */
    public EpisodeFrames frames(int episode, Set<String> columns) throws IOException {
        List<DatasetFeature> features = withBookkeeping(columns);
        return frames(episode, wanted -> FramesReader.read(wanted, features));
    }

    /**
     * For reading many episodes: as {@link #frames}, with the data files kept open in between.
     *
     * @throws IllegalArgumentException where a column is a picture
     * @throws FormatException where the dataset has no such column
     */
    public EpisodeReader reader(Set<String> columns) throws FormatException {
        return new EpisodeReader(this, withBookkeeping(columns));
    }

    /** How an episode's columns are read. */
    interface Reading {
        Map<String, Column> read(Episode episode) throws IOException;
    }

    EpisodeFrames frames(int episode, Reading reading) throws IOException {
        if (closed) {
            throw new IllegalStateException("Dataset " + root + " is closed");
        }
        Episode wanted = at(episode);
        Map<String, Column> values = complete(() -> reading.read(wanted));
        return new EpisodeFrames(wanted.info(), values, tasks(wanted, values.get(TASK_INDEX)));
    }

    private List<DatasetFeature> withBookkeeping(Set<String> columns) throws FormatException {
        Set<String> names = new LinkedHashSet<>(columns);
        names.add(TIMESTAMP);
        names.add(TASK_INDEX);
        List<DatasetFeature> features = new ArrayList<>();
        for (String name : names) {
            features.add(feature(name));
        }
        return features;
    }

    /** Takes pictures as they are read. */
    @FunctionalInterface
    public interface PictureSink {
        /**
         * One of them.
         *
         * @param frame of the episode, from 0
         * @param bytes a PNG file, as a rule; the sink's own
         */
        void picture(int frame, byte[] bytes) throws IOException;
    }

    /**
     * Reads an episode's pictures of a feature that keeps them in its rows ({@code image}), in order. A frame without one is left out.
     *
     * @throws ConfigException where the dataset has no such episode
     * @throws IllegalArgumentException where the feature is not of that kind
     * @throws FormatException where its file is missing or damaged
     */
    public void pictures(int episode, String feature, PictureSink sink) throws IOException {
        if (closed) {
            throw new IllegalStateException("Dataset " + root + " is closed");
        }
        Episode wanted = at(episode);
        DatasetFeature declared = info().features().get(feature);
        if (declared == null || declared.tabular() || declared.video()) {
            throw new IllegalArgumentException("\"" + feature + "\" holds no pictures in rows");
        }
        complete(() -> {
            FramesReader.pictures(wanted, feature, sink);
            return true;
        });
    }

    /**
     * Where an episode's videos are, a camera each, in the order of the features; those that are missing, too.
     *
     * @throws ConfigException where the dataset has no such episode
     */
    public List<EpisodeVideo> videos(int episode) {
        return at(episode).videos();
    }

    /**
     * Where an episode's pictures are that lie in its data file: features of dtype {@code image}.
     *
     * @throws ConfigException where the dataset has no such episode
     * @throws FormatException where its file is missing or damaged
     */
    public EpisodePictures pictures(int episode) throws IOException {
        Episode wanted = at(episode);
        return new EpisodePictures(complete(() -> PictureRows.of(wanted)));
    }

    /** The video files that the dataset speaks of and that are not there, relative to {@link #root()}. */
    public List<Path> missingVideos() {
        return meta.videos().stream()
                .filter(video -> !Files.exists(video))
                .map(root::relativize)
                .toList();
    }

    /** Ends its use. Idempotent. */
    @Override
    public void close() {
        closed = true;
    }

    private Episode at(int index) {
        if (index < 0 || index >= meta.episodes().size()) {
            throw new ConfigException("Dataset " + root + " has no episode " + index
                    + (meta.episodes().isEmpty()
                            ? "; it has none at all"
                            : ": it has 0 to " + (meta.episodes().size() - 1)));
        }
        return meta.episodes().get(index);
    }

    private DatasetFeature feature(String name) throws FormatException {
        DatasetFeature feature = info().features().get(name);
        if (feature == null) {
            throw new FormatException(
                    root.resolve("meta").resolve("info.json"),
                    "there is no feature \"" + name + "\" among "
                            + info().features().keySet(),
                    "Use a dataset that has it");
        }
        if (!feature.tabular()) {
            throw new IllegalArgumentException("\"" + name + "\" holds pictures");
        }
        return feature;
    }

    private List<String> tasks(Episode episode, Column indices) throws FormatException {
        List<String> tasks = new ArrayList<>();
        for (int row = 0; row < indices.rows(); row++) {
            String task = meta.tasks().get((long) indices.number(row, 0));
            if (task == null) {
                throw new FormatException(
                        episode.data(),
                        "frame " + row + " of episode " + episode.info().index() + " names task "
                                + (long) indices.number(row, 0) + ", which meta does not list",
                        "Copy or download the meta folder again");
            }
            tasks.add(task);
        }
        return tasks;
    }

    private interface Read<T> {
        T run() throws IOException;
    }

    private static <T> T complete(Read<T> read) throws IOException {
        try {
            return read.run();
        } catch (NoSuchFileException e) {
            throw new FormatException(
                    e.getFile() + ": missing, though the dataset's meta folder speaks of it. Copy or download it again",
                    e);
        }
    }
}
