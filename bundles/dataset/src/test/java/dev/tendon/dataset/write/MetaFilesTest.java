/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code meta}'s JSON as LeRobot wrote it, from the same content. */
class MetaFilesTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {"v3.0-image", "v3.0-video", "v3.0-converted", "v3.0-converted-image", "v2.1-image", "v2.1-video"
            })
    void writesInfoByteForByte(String name) throws IOException {
        Path golden = GoldenContent.folder(name);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MetaFiles.writeInfo(out, DatasetSpec.read(golden), 2, 20, 2);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(Files.readString(golden.resolve("meta/info.json")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v2.1-image", "v2.1-video"})
    void writesTheLinesOfTheOldFormat(String name) throws IOException {
        Path meta = GoldenContent.folder(name).resolve("meta");
        DatasetSpec spec = DatasetSpec.read(GoldenContent.folder(name));
        List<EpisodeRecord> episodes = List.of(GoldenContent.record(spec, 0), GoldenContent.record(spec, 1));
        ByteArrayOutputStream tasks = new ByteArrayOutputStream();
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        ByteArrayOutputStream statistics = new ByteArrayOutputStream();
        MetaFiles.writeTaskLines(tasks, GoldenContent.TASKS);
        MetaFiles.writeEpisodeLines(lines, episodes);
        MetaFiles.writeEpisodeStatisticsLines(statistics, episodes);
        assertThat(tasks.toString(StandardCharsets.UTF_8)).isEqualTo(Files.readString(meta.resolve("tasks.jsonl")));
        assertThat(lines.toString(StandardCharsets.UTF_8)).isEqualTo(Files.readString(meta.resolve("episodes.jsonl")));
        List<String> expected = Files.readAllLines(meta.resolve("episodes_stats.jsonl"));
        List<String> found = statistics.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertSame("line " + i, MAPPER.readTree(expected.get(i)), MAPPER.readTree(found.get(i)), 1e-12);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3.0-image", "v3.0-video"})
    void writesTheStatisticsOfTheWholeSet(String name) throws IOException {
        DatasetSpec spec = DatasetSpec.read(GoldenContent.folder(name));
        DatasetStatistics all = GoldenContent.record(spec, 0)
                .statistics()
                .plus(GoldenContent.record(spec, 1).statistics());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MetaFiles.writeStatistics(out, all);
        JsonNode expected =
                MAPPER.readTree(Files.readAllBytes(GoldenContent.folder(name).resolve("meta/stats.json")));
        JsonNode found = MAPPER.readTree(out.toByteArray());
        assertThat(names(found)).containsExactlyInAnyOrderElementsOf(names(expected));
        for (String feature : names(expected)) {
            // LeRobot 0.6 adds the squares of a picture's pixels in single precision.
            double tolerance = feature.equals(GoldenContent.CAMERA) ? 2e-4 : 1e-8;
            assertSame(feature, expected.get(feature), found.get(feature), tolerance);
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("{\n    \"action\": {\n        \"min\": [\n            0.5,");
    }

    @Test
    void writesNumbersAndTextsAsPythonDoes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MetaFiles.writeStatistics(
                out,
                DatasetStatistics.of(Map.of(
                        "größe",
                        FeatureStatistics.of(Map.of(
                                "min",
                                StatArray.vector(
                                        1e-10, 0.0001, 1e-5, 1e16, 1e15, 123.25, -0.0, 2e-3, 0.1, 5e-324, 1.5e300))))));
        assertThat(out.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " "))
                .isEqualTo("{ \"größe\": { \"min\": [ 1e-10, 0.0001, 1e-05, 1e+16, 1000000000000000.0, 123.25, -0.0, "
                        + "0.002, 0.1, 5e-324, 1.5e+300 ] } }");
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The same tree in the same order; numbers within {@code tolerance}, integers where integers are. */
    static void assertSame(String where, JsonNode expected, JsonNode found, double tolerance) {
        assertThat(found.getNodeType()).as(where).isEqualTo(expected.getNodeType());
        if (expected.isObject()) {
            assertThat(names(found)).as(where).isEqualTo(names(expected));
            names(expected)
                    .forEach(name -> assertSame(where + "/" + name, expected.get(name), found.get(name), tolerance));
        } else if (expected.isArray()) {
            assertThat(found.size()).as(where).isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                assertSame(where + "/" + i, expected.get(i), found.get(i), tolerance);
            }
        } else if (expected.isNumber()) {
            assertThat(found.isIntegralNumber()).as(where).isEqualTo(expected.isIntegralNumber());
            assertThat(found.doubleValue()).as(where).isEqualTo(expected.doubleValue(), within(tolerance));
        } else {
            assertThat(found).as(where).isEqualTo(expected);
        }
    }
}
