/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal.columnar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.dataset.internal.Codecs;
import dev.tendon.dataset.internal.columnar.ColumnType.ListOf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Arrow schema in files that pyarrow wrote, byte for byte. */
class ArrowSchemaTest {
    private static final List<ColumnField> NUMBERS = List.of(
            new ColumnField("timestamp", ColumnType.FLOAT32),
            new ColumnField("frame_index", ColumnType.INT64),
            new ColumnField("episode_index", ColumnType.INT64),
            new ColumnField("index", ColumnType.INT64),
            new ColumnField("task_index", ColumnType.INT64));

    private static Map<String, String> metadata(String file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(
                new LocalInputFile(Path.of("src/test/resources/golden", file)),
                ParquetReadOptions.builder(new PlainParquetConfiguration())
                        .withCodecFactory(new Codecs())
                        .build())) {
            return reader.getFooter().getFileMetaData().getKeyValueMetaData();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"v3.0-image/data/chunk-000/file-000.parquet", "v2.1-image/data/chunk-000/episode_000001.parquet"
            })
    void isPyarrowsForRowsWithPictures(String file) throws IOException {
        Map<String, String> found = metadata(file);
        List<ColumnField> columns = new java.util.ArrayList<>(List.of(
                new ColumnField("action", new ListOf(ColumnType.FLOAT32, 6)),
                new ColumnField("observation.state", new ListOf(ColumnType.FLOAT32, 6)),
                new ColumnField("observation.images.front", ColumnType.IMAGE)));
        columns.addAll(NUMBERS);
        assertThat(ArrowSchema.base64(columns, Map.of("huggingface", found.get("huggingface"))))
                .isEqualTo(found.get(ArrowSchema.KEY));
    }

    @Test
    void isPyarrowsForTasks() throws IOException {
        Map<String, String> found = new HashMap<>(metadata("v3.0-image/meta/tasks.parquet"));
        assertThat(ArrowSchema.base64(
                        List.of(
                                new ColumnField("task_index", ColumnType.INT64),
                                new ColumnField("task", ColumnType.UTF8)),
                        Map.of("pandas", found.get("pandas"))))
                .isEqualTo(found.get(ArrowSchema.KEY));
    }
}
