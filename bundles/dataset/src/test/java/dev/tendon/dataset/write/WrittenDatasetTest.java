/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.dataset.Dataset;
import dev.tendon.dataset.EpisodeFrames;
import dev.tendon.dataset.internal.columnar.ArrowSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole datasets from the golden content: what LeRobot wrote and what is written here have the same form and values. */
class WrittenDatasetTest {
    private static final String DATA = "data/chunk-000/file-000.parquet";
    private static final String EPISODES = "meta/episodes/chunk-000/file-000.parquet";
    private static final String TASKS = "meta/tasks.parquet";

    @TempDir
    Path folder;

    private DatasetSpec write() throws IOException {
        DatasetSpec spec = DatasetSpec.read(GoldenContent.folder("v3.0-video"));
        DatasetStatistics all = DatasetStatistics.EMPTY;
        List<EpisodeRecord> records = List.of(GoldenContent.record(spec, 0), GoldenContent.record(spec, 1));
        try (OutputStream out = create(DATA);
                DataFileWriter file = new DataFileWriter(out, spec)) {
            for (int e = 0; e < 2; e++) {
                file.write(GoldenContent.rows(spec, e));
                all = all.plus(records.get(e).statistics());
            }
            file.finish();
        }
        try (OutputStream out = create(EPISODES);
                EpisodesFileWriter file = new EpisodesFileWriter(out, EpisodesLayout.of(spec, records.get(0)))) {
            file.write(records);
            file.finish();
        }
        try (OutputStream out = create(TASKS)) {
            MetaFiles.writeTasks(out, GoldenContent.TASKS);
        }
        try (OutputStream out = create("meta/stats.json")) {
            MetaFiles.writeStatistics(out, all);
        }
        try (OutputStream out = create("meta/info.json")) {
            MetaFiles.writeInfo(out, spec, 2, 20, 2);
        }
        return spec;
    }

    private OutputStream create(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.newOutputStream(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {DATA, EPISODES, TASKS})
    void filesHaveTheSchemaAndMetadataOfLeRobots(String path) throws IOException {
        write();
        ParquetMetadata expected =
                Footers.read(GoldenContent.folder("v3.0-video").resolve(path));
        ParquetMetadata found = Footers.read(folder.resolve(path));
        assertThat(found.getFileMetaData().getSchema())
                .isEqualTo(expected.getFileMetaData().getSchema());
        assertThat(found.getBlocks()).hasSameSizeAs(expected.getBlocks());
        for (int group = 0; group < found.getBlocks().size(); group++) {
            assertThat(found.getBlocks().get(group).getRowCount())
                    .isEqualTo(expected.getBlocks().get(group).getRowCount());
            for (ColumnChunkMetaData chunk : found.getBlocks().get(group).getColumns()) {
                assertThat(chunk.getCodec())
                        .isEqualTo(
                                expected.getBlocks().get(0).getColumns().get(0).getCodec());
            }
        }
        Map<String, String> expectedKeys =
                new HashMap<>(expected.getFileMetaData().getKeyValueMetaData());
        Map<String, String> foundKeys = new HashMap<>(found.getFileMetaData().getKeyValueMetaData());
        assertThat(foundKeys.remove(ArrowSchema.KEY)).hasSameSizeAs(expectedKeys.remove(ArrowSchema.KEY));
        foundKeys.replaceAll((key, value) -> anonymous(value));
        expectedKeys.replaceAll((key, value) -> anonymous(value));
        assertThat(foundKeys).isEqualTo(expectedKeys);
    }

    /** Without the fingerprint, which names a content. */
    private static String anonymous(String json) {
        return json.replaceAll("\"fingerprint\": \"[0-9a-f]{16}\"", "fingerprint");
    }

    @Test
    void theReaderFindsWhatWasWritten() throws IOException {
        write();
        try (Dataset dataset = Dataset.open(folder)) {
            assertThat(dataset.episodes()).hasSize(2);
            for (int e = 0; e < 2; e++) {
                EpisodeFrames frames = dataset.frames(e, Set.of("action", "index"));
                for (int i = 0; i < 10; i++) {
                    assertThat(frames.value("action", i, 3)).isEqualTo(16.0 * e + i + 3 / 8.0 + 0.5);
                    assertThat(frames.value("index", i, 0)).isEqualTo(10.0 * e + i);
                    assertThat(frames.timestamp(i)).isEqualTo((float) (i / 10.0));
                    assertThat(frames.task(i)).isEqualTo(GoldenContent.TASKS.get(e));
                }
            }
        }
    }
}
