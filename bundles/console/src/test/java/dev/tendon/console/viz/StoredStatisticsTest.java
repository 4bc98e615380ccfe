/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statistics out of meta. */
class StoredStatisticsTest {
    @TempDir
    private Path folder;

    private static Map<String, Map<String, double[]>> of(String golden) throws IOException {
        return StoredStatistics.read(Path.of("src/test/resources/golden", golden)).stream()
                .collect(Collectors.toMap(FeatureFigures::feature, FeatureFigures::values));
    }

    @Test
    void readsThoseOfTheWhole() throws Exception {
        Map<String, Map<String, double[]>> read = of("v3.0-video");
        assertThat(read.get("action").get("max")).containsExactly(25.5, 25.625, 25.75, 25.875, 26, 26.125);
        assertThat(read.get("action")).containsKeys("q01", "q10", "q50", "q90", "q99");
        assertThat(read.get("observation.images.front").get("mean")).hasSize(3); // of a shape [3, 1, 1]
    }

    /** LeRobot put the same episodes together when it converted the set. */
    @Test
    void putsEpisodesTogetherAsLeRobotDoes() throws Exception {
        Map<String, Map<String, double[]>> ours = of("v2.1-video");
        Map<String, Map<String, double[]>> theirs = of("v3.0-converted");
        assertThat(ours.keySet()).containsExactlyInAnyOrderElementsOf(theirs.keySet());
        theirs.forEach((feature, values) -> {
            for (String name : List.of("min", "max", "mean", "std", "count")) {
                assertThat(ours.get(feature).get(name))
                        .as(feature + " " + name)
                        .usingComparatorWithPrecision(1e-6)
                        .containsExactly(values.get(name));
            }
        });
    }

    @Test
    void hasNoneWhereThereAreNone() throws Exception {
        assertThat(StoredStatistics.read(folder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "{\"a\": {\"min\": [1, 2", "{\"a\": {\"min\": [[[[", "17", "nonsense", "[{}]"})
    void refusesWhatIsBroken(String text) throws Exception {
        Files.writeString(Files.createDirectories(folder.resolve("meta")).resolve("stats.json"), text);
        assertThatThrownBy(() -> StoredStatistics.read(folder)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"a\": 1}", "{\"a\": {\"min\": \"x\"}}", "{\"a\": {\"min\": {\"b\": []}}}"})
    void passesOverWhatIsNoStatistic(String text) throws Exception {
        Files.writeString(Files.createDirectories(folder.resolve("meta")).resolve("stats.json"), text);
        assertThat(StoredStatistics.read(folder))
                .allMatch(figures -> figures.values().isEmpty());
    }

    @Test
    void keepsWhatLeRobotWritesForNoNumber() throws Exception {
        Files.writeString(
                Files.createDirectories(folder.resolve("meta")).resolve("stats.json"),
                "{\"a\": {\"min\": [NaN, -Infinity, 1e-3], \"count\": 7}}");
        assertThat(StoredStatistics.read(folder).get(0).values().get("min"))
                .containsExactly(new double[] {Double.NaN, Double.NEGATIVE_INFINITY, 1e-3}, within(0.0));
        assertThat(StoredStatistics.read(folder).get(0).values().get("count")).containsExactly(7);
    }
}
