/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tendon.dataset.DatasetFeature;
import dev.tendon.dataset.internal.EpisodeRow;
import dev.tendon.dataset.internal.EpisodeRow.VideoSpan;
import dev.tendon.dataset.internal.MetaScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A feature that is pictures.
 *
 * @param name the feature's
 * @param video whether they are in video files, and not in the data files
 * @param shape extents, in the dataset's order of axes
 * @param codec as {@code meta/info.json} tells it: {@code av1}; empty for pictures in data files, or where it is not told
 * @param pixelFormat as {@code meta/info.json} tells it: {@code yuv420p}
 * @param files video files that there are
 * @param missing video files that there should be
 * @param bytes size of those that there are
 */
public record CameraSummary(
        String name,
        boolean video,
        List<Integer> shape,
        Optional<String> codec,
        Optional<String> pixelFormat,
        int files,
        int missing,
        long bytes) {
    public CameraSummary {
        shape = List.copyOf(shape);
    }

    static List<CameraSummary> all(MetaScan meta, List<EpisodeRow> rows) throws IOException {
        List<CameraSummary> cameras = new ArrayList<>();
        for (DatasetFeature feature : meta.info().features().values()) {
            if (!feature.tabular()) {
                cameras.add(of(feature, meta, rows));
            }
        }
        return cameras;
    }

    private static CameraSummary of(DatasetFeature feature, MetaScan meta, List<EpisodeRow> rows) throws IOException {
        Set<Path> files = new LinkedHashSet<>();
        for (EpisodeRow row : rows) {
            VideoSpan span = row.videos().get(feature.name());
            if (span != null) {
                files.add(span.file());
            }
        }
        int there = 0;
        long bytes = 0;
        for (Path file : files) {
            if (Files.isRegularFile(file)) {
                there++;
                bytes += Files.size(file);
            }
        }
        JsonNode declared = meta.entry("features").path(feature.name());
        return new CameraSummary(
                feature.name(),
                feature.video(),
                feature.shape(),
                text(declared, "video.codec"),
                text(declared, "video.pix_fmt"),
                there,
                files.size() - there,
                bytes);
    }

    /** From {@code info}, as LeRobot names it today, or {@code video_info}, as it did before. */
    private static Optional<String> text(JsonNode feature, String key) {
        JsonNode value = feature.path("info").path(key);
        JsonNode older = feature.path("video_info").path(key);
        return Optional.of(value.isTextual() ? value : older)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }
}
