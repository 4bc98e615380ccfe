/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import dev.tendon.dataset.FormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is written, all but its content: {@code info.json} without the counts. Features are in the order of the data files'
 * columns; the five that every dataset has ({@link #DEFAULT_FEATURES}) are among them, last in a new one. What an existing {@code
 * info.json} says beside what is known here is carried through. Immutable.
 *
 * <p>Defaults are LeRobot's (0.6, datasets/utils.py; 2025, datasets/utils.py): 1000 files a chunk, 100 MB of rows and 200 MB of
 * video a file, and the path templates.
 */
public final class DatasetSpec {
    static final FeatureSpec TASK_INDEX = FeatureSpec.of("task_index", "int64", List.of(1), List.of());

    /** Those that the writer fills in: LeRobot 0.6, utils/constants.py. */
    public static final List<FeatureSpec> DEFAULT_FEATURES = List.of(
            FeatureSpec.of("timestamp", "float32", List.of(1), List.of()),
            FeatureSpec.of("frame_index", "int64", List.of(1), List.of()),
            FeatureSpec.of("episode_index", "int64", List.of(1), List.of()),
            FeatureSpec.of("index", "int64", List.of(1), List.of()),
            TASK_INDEX);

    static final int CHUNKS_SIZE = 1000;
    static final int DATA_FILES_SIZE_MB = 100;
    static final int VIDEO_FILES_SIZE_MB = 200;

    private final FormatVersion version;
    private final @Nullable String robotType;
    private final Number fps;
    private final Map<String, FeatureSpec> features;
    private final Settings settings;
    private final Map<String, @Nullable Object> extra;

    private DatasetSpec(Builder from) {
        version = from.version;
        robotType = from.robotType;
        fps = from.fps;
        features = Collections.unmodifiableMap(new LinkedHashMap<>(from.features));
        settings = from.settings;
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(from.extra));
    }

    /** A new dataset of {@code fps} frames a second; the default features are added by {@link Builder#build}. */
    public static Builder builder(FormatVersion version, double fps) {
        return new Builder(version, fps);
    }

    /**
     * The spec of the dataset at {@code root}.
     *
     * @throws FormatException where {@code info.json} is damaged, or the format is not written here
     */
    public static DatasetSpec read(Path root) throws IOException {
        return InfoJson.read(root);
    }

    /** A builder that holds what this spec says. */
    public Builder toBuilder() {
        Builder builder = new Builder(version, fps.doubleValue());
        builder.robotType = robotType;
        builder.fps = fps;
        builder.features.putAll(features);
        builder.settings = settings;
        builder.extra.putAll(extra);
        return builder;
    }

    public FormatVersion version() {
        return version;
    }

    /** As {@code info.json} has it; empty where it is null. */
    public Optional<String> robotType() {
        return Optional.ofNullable(robotType);
    }

    /** Frames a second. */
    public double fps() {
        return fps.doubleValue();
    }

    /** Frames a second as they are written: a whole number has no point. */
    public Number fpsNumber() {
        return fps;
    }

    /** By name, in the order of the columns. */
    public Map<String, FeatureSpec> features() {
        return features;
    }

    /** Those with columns of their own in data files: all but videos. */
    public List<FeatureSpec> columns() {
        return features.values().stream().filter(feature -> !feature.video()).toList();
    }

    /** Those whose pictures are in video files. */
    public List<FeatureSpec> videos() {
        return features.values().stream().filter(FeatureSpec::video).toList();
    }

    public Settings settings() {
        return settings;
    }

    /** Keys of {@code info.json} that are not known here. */
    public Map<String, @Nullable Object> extra() {
        return extra;
    }

    /** The place of a data file below the dataset's folder, by {@code data_path} (v3.0). */
    public String dataPath(FilePosition position) throws FormatException {
        return Templates.expand(
                settings.dataPath(), Map.of("chunk_index", position.chunk(), "file_index", position.file()));
    }

    /** The place of a video file below the dataset's folder, by {@code video_path} (v3.0). */
    public String videoPath(String feature, FilePosition position) throws FormatException {
        return Templates.expand(
                videoTemplate(),
                Map.of("video_key", feature, "chunk_index", position.chunk(), "file_index", position.file()));
    }

    /** The place of an episodes file below the dataset's folder (v3.0); LeRobot has no template for it. */
    public static String episodesPath(FilePosition position) {
        return Templates.expandKnown(
                "meta/episodes/chunk-{chunk_index:03d}/file-{file_index:03d}.parquet",
                Map.of("chunk_index", position.chunk(), "file_index", position.file()));
    }

    /** The place of an episode's data file below the dataset's folder (v2.1). */
    public String episodeDataPath(int episode) throws FormatException {
        return Templates.expand(settings.dataPath(), episodeFields(episode));
    }

    /** The place of an episode's video file below the dataset's folder (v2.1). */
    public String episodeVideoPath(String feature, int episode) throws FormatException {
        Map<String, Object> fields = new LinkedHashMap<>(episodeFields(episode));
        fields.put("video_key", feature);
        return Templates.expand(videoTemplate(), fields);
    }

    private Map<String, Object> episodeFields(int episode) {
        return Map.of("episode_index", episode, "episode_chunk", episode / settings.chunksSize());
    }

    private String videoTemplate() {
        String template = settings.videoPath();
        if (template == null) {
            throw new IllegalStateException("This dataset has no videos");
        }
        return template;
    }

    /**
     * How files are named and how large they grow.
     *
     * @param chunksSize files a folder
     * @param dataFilesSizeMb MB (2<sup>20</sup> bytes) of a data or episodes file; not in v2.1
     * @param videoFilesSizeMb MB of a video file; not in v2.1
     * @param dataPath template of the data files' paths
     * @param videoPath template of the video files' paths; null where the dataset has none
     */
    public record Settings(
            int chunksSize, int dataFilesSizeMb, int videoFilesSizeMb, String dataPath, @Nullable String videoPath) {
        /** LeRobot's. */
        public static Settings defaults(FormatVersion version, boolean videos) {
            return switch (version) {
                case V2_1 -> new Settings(
                        CHUNKS_SIZE,
                        DATA_FILES_SIZE_MB,
                        VIDEO_FILES_SIZE_MB,
                        "data/chunk-{episode_chunk:03d}/episode_{episode_index:06d}.parquet",
                        videos ? "videos/chunk-{episode_chunk:03d}/{video_key}/episode_{episode_index:06d}.mp4" : null);
                case V3_0 -> new Settings(
                        CHUNKS_SIZE,
                        DATA_FILES_SIZE_MB,
                        VIDEO_FILES_SIZE_MB,
                        "data/chunk-{chunk_index:03d}/file-{file_index:03d}.parquet",
                        videos ? "videos/{video_key}/chunk-{chunk_index:03d}/file-{file_index:03d}.mp4" : null);
            };
        }
    }

    /** Puts a spec together. Thread: its creator's. */
    public static final class Builder {
        private final FormatVersion version;
        private @Nullable String robotType;
        private Number fps;
        private final Map<String, FeatureSpec> features = new LinkedHashMap<>();
        private Settings settings;
        private final Map<String, @Nullable Object> extra = new LinkedHashMap<>();

        private Builder(FormatVersion version, double fps) {
            this.version = version;
            this.fps = fps == Math.rint(fps) ? (Number) (long) fps : (Number) fps;
            settings = Settings.defaults(version, true);
        }

        public Builder robotType(@Nullable String type) {
            robotType = type;
            return this;
        }

        /** Adds a feature behind the others, or puts it in the place of the one of that name. */
        public Builder feature(FeatureSpec feature) {
            features.put(feature.name(), feature);
            return this;
        }

        /** Exactly these features, in this order. */
        public Builder features(Iterable<FeatureSpec> all) {
            features.clear();
            all.forEach(this::feature);
            return this;
        }

        /** LeRobot's templates with no videos at all: {@code video_path} is null. */
        public Builder withoutVideos() {
            settings = Settings.defaults(version, false);
            return this;
        }

        public Builder settings(Settings all) {
            settings = all;
            return this;
        }

        /** A key of {@code info.json} beside LeRobot's; its readers pass over it. */
        public Builder extra(String key, @Nullable Object value) {
            extra.put(key, value);
            return this;
        }

        /** The same content in another format: its own templates, other settings kept. */
        public Builder as(FormatVersion other) {
            Builder builder = new Builder(other, fps.doubleValue());
            builder.robotType = robotType;
            builder.features.putAll(features);
            Settings own = Settings.defaults(other, settings.videoPath() != null);
            builder.settings = new Settings(
                    settings.chunksSize(),
                    settings.dataFilesSizeMb(),
                    settings.videoFilesSizeMb(),
                    own.dataPath(),
                    own.videoPath());
            builder.extra.putAll(extra);
            return builder;
        }

        /**
         * The spec; default features that are missing are added behind the others.
         *
         * @throws IllegalArgumentException where a feature's name has a slash, which stands between names in the columns of {@code
         *     meta/episodes}
         */
        public DatasetSpec build() {
            DEFAULT_FEATURES.forEach(feature -> features.putIfAbsent(feature.name(), feature));
            List<String> slashed = new ArrayList<>(features.keySet());
            slashed.removeIf(name -> name.indexOf('/') < 0);
            if (!slashed.isEmpty()) {
                throw new IllegalArgumentException("A feature's name has no slash: " + slashed);
            }
            return new DatasetSpec(this);
        }
    }
}
