/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.internal.InfoFile;
import dev.tendon.dataset.internal.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code meta/info.json} as both versions of LeRobot have it: 0.6, datasets/utils.py, {@code DatasetInfo}; 2025, datasets/utils.py,
 * {@code create_empty_dataset_info}. The order of the keys is theirs.
 */
final class InfoJson {
    private static final List<String> COUNTS =
            List.of("total_episodes", "total_frames", "total_tasks", "total_videos", "total_chunks", "splits");
    private static final List<String> KNOWN = List.of(
            "codebase_version",
            "fps",
            "features",
            "chunks_size",
            "data_files_size_in_mb",
            "video_files_size_in_mb",
            "data_path",
            "video_path",
            "robot_type");

    private InfoJson() {}

    static DatasetSpec read(Path root) throws IOException {
        InfoFile checked = InfoFile.read(root);
        Json json = Json.object(checked.file());
        FormatVersion version = FormatVersion.of(json.text("codebase_version"))
                .orElseThrow(() -> json.problem("codebase_version", "is of a format that is only read"));
        DatasetSpec.Builder builder =
                DatasetSpec.builder(version, checked.info().fps());
        Map<String, @Nullable Object> values = json.values();
        builder.robotType(values.get("robot_type") instanceof String type ? type : null);
        for (Map.Entry<?, ?> feature : ((Map<?, ?>) required(json, values, "features")).entrySet()) {
            Map<String, @Nullable Object> entries = new LinkedHashMap<>();
            ((Map<?, ?>) feature.getValue()).forEach((key, value) -> entries.put(String.valueOf(key), value));
            builder.feature(FeatureSpec.ofJson(String.valueOf(feature.getKey()), entries));
        }
        builder.settings(new DatasetSpec.Settings(
                integer(json, "chunks_size", DatasetSpec.CHUNKS_SIZE),
                integer(json, "data_files_size_in_mb", DatasetSpec.DATA_FILES_SIZE_MB),
                integer(json, "video_files_size_in_mb", DatasetSpec.VIDEO_FILES_SIZE_MB),
                json.text("data_path"),
                json.has("video_path") ? json.text("video_path") : null));
        checkTemplates(checked);
        values.keySet().removeAll(KNOWN);
        values.keySet().removeAll(COUNTS);
        values.forEach(builder::extra);
        return build(json, builder);
    }

    /** Said here, where the file is known, instead of when the first path is made. */
    private static void checkTemplates(InfoFile info) throws FormatException {
        Map<String, Object> fields = new LinkedHashMap<>();
        List.of("chunk_index", "file_index", "episode_chunk", "episode_index").forEach(name -> fields.put(name, 0));
        fields.keySet().removeIf(name -> name.startsWith("episode_") != info.fileAnEpisode());
        info.data().expand(fields);
        fields.put("video_key", "key");
        if (info.video() != null) {
            info.video().expand(fields);
        }
    }

    private static Object required(Json json, Map<String, @Nullable Object> values, String key) throws FormatException {
        Object value = values.get(key);
        if (value == null) {
            throw json.problem(key, "is missing");
        }
        return value;
    }

    private static int integer(Json json, String key, int otherwise) throws FormatException {
        return json.has(key) ? (int) json.integer(key, 1, Integer.MAX_VALUE) : otherwise;
    }

    private static DatasetSpec build(Json json, DatasetSpec.Builder builder) throws FormatException {
        try {
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw json.problem("features", "are not possible: " + e.getMessage());
        }
    }

    /** The whole content. */
    static Map<String, @Nullable Object> of(DatasetSpec spec, int episodes, long frames, int tasks) {
        return spec.version() == FormatVersion.V2_1
                ? legacy(spec, episodes, frames, tasks)
                : current(spec, episodes, frames, tasks);
    }

    private static Map<String, @Nullable Object> current(DatasetSpec spec, int episodes, long frames, int tasks) {
        DatasetSpec.Settings settings = spec.settings();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("codebase_version", spec.version().codebaseVersion());
        json.put("fps", spec.fpsNumber());
        json.put("features", features(spec));
        json.put("total_episodes", (long) episodes);
        json.put("total_frames", frames);
        json.put("total_tasks", (long) tasks);
        json.put("chunks_size", (long) settings.chunksSize());
        json.put("data_files_size_in_mb", (long) settings.dataFilesSizeMb());
        json.put("video_files_size_in_mb", (long) settings.videoFilesSizeMb());
        json.put("data_path", settings.dataPath());
        json.put("video_path", settings.videoPath());
        json.put("robot_type", spec.robotType().orElse(null));
        json.put("splits", splits(episodes));
        json.putAll(spec.extra());
        return json;
    }

    private static Map<String, @Nullable Object> legacy(DatasetSpec spec, int episodes, long frames, int tasks) {
        DatasetSpec.Settings settings = spec.settings();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("codebase_version", spec.version().codebaseVersion());
        json.put("robot_type", spec.robotType().orElse(null));
        json.put("total_episodes", (long) episodes);
        json.put("total_frames", frames);
        json.put("total_tasks", (long) tasks);
        json.put("total_videos", (long) episodes * spec.videos().size());
        json.put("total_chunks", ((long) episodes + settings.chunksSize() - 1) / settings.chunksSize());
        json.put("chunks_size", (long) settings.chunksSize());
        json.put("fps", spec.fpsNumber());
        json.put("splits", splits(episodes));
        json.put("data_path", settings.dataPath());
        json.put("video_path", settings.videoPath());
        json.put("features", features(spec));
        json.putAll(spec.extra());
        return json;
    }

    private static Map<String, String> splits(int episodes) {
        return episodes == 0 ? Map.of() : Map.of("train", "0:" + episodes);
    }

    private static Map<String, Object> features(DatasetSpec spec) {
        Map<String, Object> features = new LinkedHashMap<>();
        spec.features().forEach((name, feature) -> features.put(name, feature.json()));
        return features;
    }
}
