/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The content of the golden datasets (resources/golden/README.md), as somebody would record it. */
final class GoldenContent {
    static final int FRAMES = 10;
    static final List<String> TASKS = List.of("pick the cube", "place the cube");
    static final String CAMERA = "observation.images.front";
    static final int HEIGHT = 48;
    static final int WIDTH = 64;

    private static final int JOINTS = 6;

    private GoldenContent() {}

    static Path folder(String name) {
        return Path.of("src/test/resources/golden", name);
    }

    /** The rows of episode {@code e}, numbered; without pictures. */
    static EpisodeRows rows(DatasetSpec spec, int e) {
        ColumnValues.Builder action = ColumnValues.Builder.of(spec.features().get("action"));
        ColumnValues.Builder state = ColumnValues.Builder.of(spec.features().get("observation.state"));
        for (int i = 0; i < FRAMES; i++) {
            for (int j = 0; j < JOINTS; j++) {
                action.add(16 * e + i + j / 8.0 + 0.5);
                state.add(16 * e + i + j / 8.0);
            }
        }
        Map<String, ColumnValues> columns = new LinkedHashMap<>();
        columns.put("action", action.build());
        columns.put("observation.state", state.build());
        return new EpisodeRows(FRAMES, columns)
                .numbered(spec.fps(), e, (long) e * FRAMES, ColumnValues.same(e, FRAMES));
    }

    /** The picture of frame {@code i}, as packed RGB. */
    static ByteBuffer picture(int e, int i) {
        ByteBuffer rgb = ByteBuffer.allocate(HEIGHT * WIDTH * 3);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                rgb.put((byte) (4 * x)).put((byte) (5 * y)).put((byte) (100 * e + 8 * i));
            }
        }
        return rgb.flip();
    }

    /** The statistics of the camera in episode {@code e}. */
    static Map<String, FeatureStatistics> pictures(FormatVersion version, int e) {
        ImageStatistics statistics = new ImageStatistics();
        for (int i : ImageStatistics.sampleIndices(FRAMES)) {
            statistics.add(picture(e, i), WIDTH, HEIGHT);
        }
        return Map.of(CAMERA, statistics.result(version));
    }

    /** Episode {@code e} in the first file of each kind. */
    static EpisodeRecord record(DatasetSpec spec, int e) throws IOException {
        Map<String, VideoPosition> videos = new LinkedHashMap<>();
        for (FeatureSpec video : spec.videos()) {
            videos.put(video.name(), new VideoPosition(FilePosition.FIRST, e, e + 1.0));
        }
        return new EpisodeRecord(
                e,
                List.of(TASKS.get(e)),
                FRAMES,
                (long) e * FRAMES,
                FilePosition.FIRST,
                videos,
                EpisodeStatistics.of(spec, rows(spec, e), pictures(spec.version(), e)),
                FilePosition.FIRST,
                Map.of());
    }
}
