/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tendon.dataset.DatasetFeature;
import dev.tendon.dataset.DatasetInfo;
import dev.tendon.dataset.FormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * {@code meta/info.json} (LeRobot 0.6, datasets/dataset_metadata.py and utils.py): what the dataset is, and how its files are
 * named.
 *
 * @param info what is told to callers
 * @param file the file itself
 * @param chunkSize episodes a folder, in v2.1
 * @param data where rows are
 * @param video where videos are; null where the dataset has none
 */
public record InfoFile(
        DatasetInfo info,
        Path file,
        int chunkSize,
        PathTemplate data,
        @org.jspecify.annotations.Nullable PathTemplate video) {
    private static final double MAX_FPS = 100_000;

    /** Reads it from the dataset at {@code root}. */
    public static InfoFile read(Path root) throws IOException {
        Path file = root.resolve("meta").resolve("info.json");
        Json json = Json.object(file);
        String version = version(json);
        DatasetInfo info = new DatasetInfo(
                version,
                json.has("robot_type") ? json.text("robot_type") : "",
                json.positive("fps", MAX_FPS),
                (int) json.integer("total_episodes", 0, Limits.ENTRIES),
                json.integer("total_frames", 0, Long.MAX_VALUE / 4),
                features(json.object("features")));
        return new InfoFile(
                info,
                file,
                json.has("chunks_size") ? (int) json.integer("chunks_size", 1, Integer.MAX_VALUE) : 1000,
                new PathTemplate(file, root, json.text("data_path")),
                json.has("video_path") ? new PathTemplate(file, root, json.text("video_path")) : null);
    }

    /** Whether episodes have files of their own (v2), or share files (v3). */
    public boolean fileAnEpisode() {
        return info.codebaseVersion().startsWith("v2.");
    }

    private static String version(Json json) throws FormatException {
        String version = json.text("codebase_version");
        return switch (version) {
            case "v2.0", "v2.1", "v3.0" -> version;
            default -> throw new FormatException(
                    json.file(),
                    "format \"" + version + "\" is not known; v2.0, v2.1 and v3.0 are",
                    "Convert the dataset, or update Tendon");
        };
    }

    private static Map<String, DatasetFeature> features(Json json) throws FormatException {
        Map<String, DatasetFeature> features = new LinkedHashMap<>();
        for (String name : json.keys()) {
            Json feature = json.object(name);
            features.put(name, new DatasetFeature(name, feature.text("dtype"), shape(feature), names(feature)));
        }
        return features;
    }

    private static List<Integer> shape(Json feature) throws FormatException {
        List<Integer> shape = new ArrayList<>();
        long elements = 1;
        JsonNode extents = feature.get("shape");
        for (JsonNode extent : extents) {
            OptionalLong n = Json.integer(extent);
            elements = n.isEmpty() || n.getAsLong() < 1 || n.getAsLong() > Integer.MAX_VALUE || shape.size() >= 8
                    ? Long.MAX_VALUE
                    : Math.min(elements, Integer.MAX_VALUE) * n.getAsLong();
            if (elements > Integer.MAX_VALUE) {
                throw feature.problem("shape", "is no list of sensible extents");
            }
            shape.add((int) n.getAsLong());
        }
        if (!extents.isArray()) {
            throw feature.problem("shape", "is no list of extents");
        }
        return shape.isEmpty() ? List.of(1) : shape;
    }

    /** Names come as a list, as lists by group ({@code {"motors": […]}}), or as a map from name to position. */
    private static List<String> names(Json feature) {
        List<String> names = new ArrayList<>();
        collect(feature.get("names"), names);
        return names;
    }

    private static void collect(JsonNode node, List<String> names) {
        if (node.isTextual()) {
            names.add(node.textValue());
        } else if (node.isArray()) {
            node.forEach(child -> collect(child, names));
        } else if (node.isObject()) {
            node.properties().forEach(entry -> {
                if (entry.getValue().isNumber()) {
                    names.add(entry.getKey());
                } else {
                    collect(entry.getValue(), names);
                }
            });
        }
    }
}
