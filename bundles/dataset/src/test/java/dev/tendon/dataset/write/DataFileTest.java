/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendon.dataset.Dataset;
import dev.tendon.dataset.EpisodeFrames;
import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.internal.columnar.ArrowSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data files of every type, read from what LeRobot wrote, and written again: by value, by copy, and as they are packed. */
class DataFileTest {
    private static final String FIRST = "data/chunk-000/file-000.parquet";
    private static final String FIRST_OLD = "data/chunk-000/episode_000000.parquet";
    private static final String SECOND_OLD = "data/chunk-000/episode_000001.parquet";

    @TempDir
    Path folder;

    private interface Work {
        void on(DataFileWriter to, DataFileReader from) throws IOException;
    }

    private Path written(DatasetSpec spec, List<Path> sources, Work work) throws IOException {
        Path file = folder.resolve("written.parquet");
        try (OutputStream out = Files.newOutputStream(file);
                DataFileWriter to = new DataFileWriter(out, spec)) {
            for (Path source : sources) {
                try (DataFileReader from = DataFileReader.open(source)) {
                    work.on(to, from);
                }
            }
            to.finish();
        }
        return file;
    }

    private static void assertSameRows(DatasetSpec spec, Path expected, Path found, int episodeInFound)
            throws IOException {
        try (DataFileReader a = DataFileReader.open(expected);
                DataFileReader b = DataFileReader.open(found)) {
            for (int i = 0; i < a.episodes().size(); i++) {
                EpisodeRun run = b.episodes().get(episodeInFound + i);
                EpisodeRows rowsA = a.rows(a.episodes().get(i), spec.columns());
                EpisodeRows rowsB = b.rows(run, spec.columns());
                assertThat(run.episode()).isEqualTo(a.episodes().get(i).episode());
                assertThat(rowsB.length()).isEqualTo(rowsA.length());
                for (FeatureSpec feature : spec.columns()) {
                    assertSameValues(feature, rowsA.checked(feature), rowsB.checked(feature));
                }
            }
        }
    }

    private static void assertSameValues(FeatureSpec feature, ColumnValues a, ColumnValues b) throws IOException {
        assertThat(b.size()).isEqualTo(a.size());
        for (int at = 0; at < a.size(); at++) {
            if (feature.text()) {
                assertThat(b.text(at)).isEqualTo(a.text(at));
            } else if (feature.image()) {
                assertThat(b.picture(at)).isEqualTo(a.picture(at)).isNotNull();
                assertThat(b.pictureName(at)).isEqualTo(a.pictureName(at)).isNotNull();
            } else {
                assertThat(b.number(at)).as("%s %d", feature, at).isEqualTo(a.number(at));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3.0-types", "v3.0-image", "v3.0-video"})
    void writesWhatLeRobotWroteWithTheSameSchemaAndRowGroups(String name) throws IOException {
        DatasetSpec spec = DatasetSpec.read(GoldenContent.folder(name));
        Path golden = GoldenContent.folder(name).resolve(FIRST);
        Path file = written(spec, List.of(golden), (to, from) -> {
            for (EpisodeRun run : from.episodes()) {
                to.write(from.rows(run, spec.columns()));
            }
        });
        assertSameRows(spec, golden, file, 0);
        ParquetMetadata expected = Footers.read(golden);
        ParquetMetadata found = Footers.read(file);
        assertThat(found.getFileMetaData().getSchema())
                .isEqualTo(expected.getFileMetaData().getSchema());
        assertThat(found.getBlocks().stream().map(block -> block.getRowCount()))
                .isEqualTo(expected.getBlocks().stream()
                        .map(block -> block.getRowCount())
                        .toList());
        for (int leaf = 0; leaf < found.getBlocks().get(0).getColumns().size(); leaf++) {
            assertThat(found.getBlocks().get(0).getColumns().get(leaf).getValueCount())
                    .isEqualTo(
                            expected.getBlocks().get(0).getColumns().get(leaf).getValueCount());
        }
        Map<String, String> keys = expected.getFileMetaData().getKeyValueMetaData();
        assertThat(ArrowSchema.base64(DataColumns.of(spec, null), Map.of("huggingface", keys.get("huggingface"))))
                .isEqualTo(keys.get(ArrowSchema.KEY));
        assertThat(withoutFingerprint(
                        found.getFileMetaData().getKeyValueMetaData().get("huggingface")))
                .isEqualTo(withoutFingerprint(keys.get("huggingface")));
    }

    private static String withoutFingerprint(String json) {
        return json.replaceAll(", \"fingerprint\": \"[0-9a-f]{16}\"", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v2.1-types", "v2.1-image"})
    void gathersEpisodesOfTheOldFormatByCopyAndAsTheyArePacked(String name) throws IOException {
        Path golden = GoldenContent.folder(name);
        DatasetSpec spec =
                DatasetSpec.read(golden).toBuilder().as(FormatVersion.V3_0).build();
        List<Path> sources = List.of(golden.resolve(FIRST_OLD), golden.resolve(SECOND_OLD));
        Path packed = written(spec, sources, DataFileWriter::append);
        assertSameRows(spec, sources.get(0), packed, 0);
        assertSameRows(spec, sources.get(1), packed, 1);
        Path copied = written(
                spec, sources, (to, from) -> to.copy(from, from.episodes().get(0), Map.of()));
        assertSameRows(spec, sources.get(0), copied, 0);
        assertSameRows(spec, sources.get(1), copied, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3.0-types", "v3.0-converted-image", "v3.0-image"})
    void givesCopiedEpisodesNewNumbers(String name) throws IOException {
        DatasetSpec spec = DatasetSpec.read(GoldenContent.folder(name));
        Path golden = GoldenContent.folder(name).resolve(FIRST);
        Path file = written(spec, List.of(golden), (to, from) -> {
            EpisodeRun run = from.episodes().get(1);
            to.copy(from, run, DataFileWriter.renumbered(from, run, 0, 0, Map.of(1L, 7L)));
        });
        try (DataFileReader from = DataFileReader.open(file);
                DataFileReader old = DataFileReader.open(golden)) {
            assertThat(from.episodes()).hasSize(1);
            EpisodeRun run = from.episodes().get(0);
            EpisodeRows rows = from.rows(run, spec.columns());
            assertThat(run.episode()).isZero();
            assertThat(rows.columns().get("index").integer(run.length() - 1)).isEqualTo(run.length() - 1);
            assertThat(rows.columns().get("task_index").integer(0)).isEqualTo(7);
            FeatureSpec action = spec.features().get("action");
            assertSameValues(
                    action, old.rows(old.episodes().get(1), List.of(action)).checked(action), rows.checked(action));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3.0-types", "v2.1-types"})
    void theDatasetsReaderReadsTheSameNumbers(String name) throws IOException {
        DatasetMeta meta = DatasetMeta.read(GoldenContent.folder(name));
        EpisodeRecord episode = meta.episodes().get(1);
        try (Dataset dataset = Dataset.open(GoldenContent.folder(name));
                DataFileReader from = DataFileReader.open(meta.data(episode))) {
            EpisodeFrames frames = dataset.frames(1, dataset.info().features().keySet());
            EpisodeRun run = from.episodes().get(from.episodes().size() - 1);
            EpisodeRows rows = from.rows(run, meta.spec().columns());
            for (FeatureSpec feature : meta.spec().columns()) {
                for (int at = 0; at < rows.checked(feature).size(); at++) {
                    int row = at / feature.elements();
                    if (feature.text()) {
                        assertThat(frames.text(feature.name(), row))
                                .isEqualTo(rows.checked(feature).text(at));
                    } else {
                        assertThat(frames.value(feature.name(), row, at % feature.elements()))
                                .as(feature.name())
                                .isEqualTo(rows.checked(feature).number(at));
                    }
                }
            }
        }
    }

    @Test
    void copiesColumnsOfTypesThatItDoesNotKnow() throws IOException {
        Path golden = GoldenContent.folder("v3.0-language").resolve(FIRST);
        DatasetSpec spec = DatasetSpec.read(GoldenContent.folder("v3.0-language"));
        Path file = folder.resolve("written.parquet");
        try (OutputStream out = Files.newOutputStream(file);
                DataFileReader from = DataFileReader.open(golden);
                DataFileWriter to = new DataFileWriter(out, spec, from)) {
            for (EpisodeRun run : from.episodes()) {
                to.copy(
                        from,
                        run,
                        DataFileWriter.renumbered(
                                from, run, run.episode(), 10L * run.episode(), Map.of(0L, 0L, 1L, 1L)));
            }
            to.finish();
        }
        ParquetMetadata expected = Footers.read(golden);
        ParquetMetadata found = Footers.read(file);
        assertThat(found.getFileMetaData().getSchema())
                .isEqualTo(expected.getFileMetaData().getSchema());
        Map<String, String> keys = expected.getFileMetaData().getKeyValueMetaData();
        assertThat(withoutFingerprint(
                        found.getFileMetaData().getKeyValueMetaData().get("huggingface")))
                .isEqualTo(keys.get("huggingface"));
        assertThat(ArrowSchema.base64(
                        DataColumns.of(spec, expected.getFileMetaData().getSchema()),
                        Map.of("huggingface", keys.get("huggingface"))))
                .isEqualTo(keys.get(ArrowSchema.KEY));
        for (int group = 0; group < 2; group++) {
            for (int leaf = 0; leaf < found.getBlocks().get(group).getColumns().size(); leaf++) {
                var chunk = found.getBlocks().get(group).getColumns().get(leaf);
                var source = expected.getBlocks().get(group).getColumns().get(leaf);
                assertThat(chunk.getValueCount()).isEqualTo(source.getValueCount());
                assertThat(chunk.getStatistics().getNumNulls())
                        .isEqualTo(source.getStatistics().getNumNulls());
                // pyarrow reads no column that names a dictionary and has none: one of nulls only.
                assertThat(chunk.hasDictionaryPage())
                        .as("%s", chunk)
                        .isEqualTo(chunk.getEncodings().contains(Encoding.RLE_DICTIONARY));
            }
        }
    }

    @Test
    void blamesTheDiskForWhatTheDiskDidAndTheFileForItsOwn() throws IOException {
        DatasetSpec spec = DatasetSpec.read(GoldenContent.folder("v3.0-types"));
        Path golden = GoldenContent.folder("v3.0-types").resolve(FIRST);
        OutputStream full = new OutputStream() {
            private int left = 2000;

            @Override
            public void write(int b) throws IOException {
                if (left-- <= 0) {
                    throw new IOException("No space left on device");
                }
            }
        };
        assertThatThrownBy(() -> {
                    try (DataFileReader from = DataFileReader.open(golden);
                            DataFileWriter to = new DataFileWriter(full, spec)) {
                        to.append(from);
                    }
                })
                .isNotInstanceOf(FormatException.class)
                .hasMessageContaining("No space left");
        assertThatThrownBy(() -> {
                    try (DataFileReader from = DataFileReader.open(golden);
                            DataFileWriter to = new DataFileWriter(full, spec)) {
                        to.copy(from, from.episodes().get(0), Map.of());
                    }
                })
                .isNotInstanceOf(FormatException.class)
                .hasMessageContaining("No space left");
    }

    @Test
    void refusesToMakeUpWhatItDoesNotKnow() throws IOException {
        DatasetSpec spec = DatasetSpec.read(GoldenContent.folder("v3.0-language"));
        assertThatThrownBy(() -> new DataFileWriter(OutputStream.nullOutputStream(), spec))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("language");
    }

    @Test
    void refusesATaskThatNobodyKnowsAndWritesNothing() throws IOException {
        DatasetSpec spec = DatasetSpec.read(GoldenContent.folder("v3.0-types"));
        Path golden = GoldenContent.folder("v3.0-types").resolve(FIRST);
        assertThatThrownBy(() -> written(spec, List.of(golden), (to, from) -> {
                    EpisodeRun run = from.episodes().get(1);
                    to.copy(from, run, DataFileWriter.renumbered(from, run, 0, 0, Map.of(0L, 0L)));
                }))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("task 1")
                .hasMessageContaining("file-000.parquet");
    }

    @Test
    void refusesTooFewValues() throws IOException {
        DatasetSpec spec = DatasetSpec.read(GoldenContent.folder("v3.0-video"));
        EpisodeRows rows = GoldenContent.rows(spec, 0).with("action", ColumnValues.floats(new float[6], 6));
        assertThatThrownBy(() -> written(
                        spec, List.of(GoldenContent.folder("v3.0-video").resolve(FIRST)), (to, from) -> to.write(rows)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"action\" has 6 values instead of 60");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3.0-types", "v2.1-types", "v3.0-video"})
    void computesStatisticsAsLeRobotDid(String name) throws IOException {
        DatasetMeta meta = DatasetMeta.read(GoldenContent.folder(name));
        for (EpisodeRecord episode : meta.episodes()) {
            try (DataFileReader from = DataFileReader.open(meta.data(episode))) {
                EpisodeRun run = from.episodes().get(meta.spec().version() == FormatVersion.V2_1 ? 0 : episode.index());
                EpisodeRows stored = from.rows(run, meta.spec().columns());
                EpisodeRows recorded = stored.without("timestamp")
                        .numbered(
                                meta.spec().fps(),
                                episode.index(),
                                episode.fromRow(),
                                stored.columns().get("task_index"));
                DatasetStatistics found = EpisodeStatistics.of(meta.spec(), recorded, Map.of());
                episode.statistics().features().forEach((feature, expected) -> {
                    if (!feature.startsWith("observation.images")) {
                        assertSame(feature, expected, found.features().get(feature));
                    }
                });
            }
        }
    }

    private static void assertSame(String feature, FeatureStatistics expected, FeatureStatistics found) {
        assertThat(found.values().keySet())
                .as(feature)
                .containsExactlyElementsOf(expected.values().keySet());
        expected.values().forEach((name, value) -> {
            StatArray other = found.get(name);
            assertThat(other.shape()).as(feature + " " + name).isEqualTo(value.shape());
            for (int i = 0; i < value.size(); i++) {
                assertThat(other.get(i))
                        .as(feature + " " + name)
                        .isEqualTo(value.get(i), within(1e-9 * Math.max(1, Math.abs(value.get(i)))));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3.0-types", "v3.0-image", "v3.0-video", "v3.0-converted", "v3.0-converted-image"})
    void writesEpisodesInTheirOwnLayout(String name) throws IOException {
        DatasetMeta meta = DatasetMeta.read(GoldenContent.folder(name));
        Path file = folder.resolve("data/meta/episodes/chunk-000/file-000.parquet");
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file);
                EpisodesFileWriter to = new EpisodesFileWriter(out, meta.layout())) {
            to.write(meta.episodes());
            to.finish();
        }
        Path golden = GoldenContent.folder(name).resolve("meta/episodes/chunk-000/file-000.parquet");
        assertThat(Footers.read(file).getFileMetaData().getSchema())
                .isEqualTo(Footers.read(golden).getFileMetaData().getSchema());
        assertThat(EpisodesFileReader.read(file, new dev.tendon.dataset.internal.Budget()))
                .isEqualTo(meta.episodes());
        assertThat(meta.episodes().get(1).statistics().features()).isNotEmpty();
    }
}
