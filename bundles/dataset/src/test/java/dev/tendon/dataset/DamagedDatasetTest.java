/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedDatasetTest {
    private static final String DATA = "data/chunk-000/file-000.parquet";
    private static final String EPISODES = "meta/episodes/chunk-000/file-000.parquet";

    @TempDir
    Path root;

    private AbstractThrowableAssert<?, ?> assertRefused(String file, String... words) {
        return assertThatThrownBy(() -> Copies.readAll(root))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(Path.of(file).getFileName().toString())
                .hasMessageContainingAll(words);
    }

    private void editInfo(String from, String to) throws IOException {
        Copies.of("v3.0-video", root);
        Copies.edit(root.resolve("meta/info.json"), text -> text.replace(from, to));
    }

    @Test
    void aFolderThatIsNotThereOrHoldsNoDatasetIsTheUsersMistake() {
        assertThatThrownBy(() -> Dataset.open(root.resolve("nowhere")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> Dataset.open(root))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("meta/info.json");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2})
    void anEpisodeThatIsNotThereIsTheUsersMistake(int episode) throws IOException {
        try (Dataset dataset = GoldenDatasetTest.golden("v3.0-video")) {
            assertThatThrownBy(() -> dataset.frames(episode, Set.of("action")))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("0 to 1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {DATA, EPISODES, "meta/tasks.parquet"})
    void namesAFileThatIsMissing(String file) throws IOException {
        Copies.of("v3.0-video", root);
        Files.delete(root.resolve(file));
        assertRefused(file, "missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {DATA, EPISODES, "meta/tasks.parquet"})
    void namesAFileThatWasCutShort(String file) throws IOException {
        Copies.of("v3.0-video", root);
        byte[] whole = Files.readAllBytes(root.resolve(file));
        Files.write(root.resolve(file), Arrays.copyOf(whole, whole.length / 2));
        assertRefused(file, "truncated", "again");
    }

    @Test
    void namesAFileThatIsNoParquet() throws IOException {
        Copies.of("v3.0-video", root);
        Files.writeString(root.resolve(DATA), "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 12\n");
        assertRefused(DATA, "PAR1");
    }

    @Test
    void namesJsonThatWasCutShort() throws IOException {
        Copies.of("v3.0-video", root);
        Copies.edit(root.resolve("meta/info.json"), text -> text.substring(0, text.length() / 2));
        assertRefused("info.json", "no valid JSON");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"fps\": 10', '\"fps\": 0', fps",
        "'\"fps\": 10', '\"fps\": \"fast\"', fps",
        "'\"fps\": 10', '\"fps\": 1e999', fps",
        "'\"total_episodes\": 2', '\"total_episodes\": 3', lists 2",
        "'\"total_episodes\": 2', '\"total_episodes\": 99999999999999999999', total_episodes",
        "'\"total_frames\": 20', '\"total_frames\": 21', have 20",
        "'\"total_frames\": 20', '\"total_frames\": 1e400000000', total_frames",
        "'v3.0', 'v9.0', 'update Tendon'",
        "'\"dtype\"', '\"type\"', dtype",
        "'\"data_path\"', '\"path\"', data_path"
    })
    void namesWhatIsWrongInTheInfo(String from, String to, String said) throws IOException {
        editInfo(from, to);
        assertThatThrownBy(() -> Copies.readAll(root))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource({
        "0, shape",
        "-6, shape",
        "7, 6 values instead of 7",
        "5, more than 5",
        "2147483647, 2147483647 values",
        "1e99, shape"
    })
    void namesAShapeThatTheDataContradicts(String extent, String said) throws IOException {
        Copies.of("v3.0-video", root);
        Copies.edit(root.resolve("meta/info.json"), text -> text.replaceAll("(?m)^( +)6$", "$1" + extent));
        assertThatThrownBy(() -> Copies.readAll(root))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../chunk-{chunk_index:03d}/file-{file_index:03d}.parquet",
                "data/../../{file_index:03d}.parquet",
                "/etc/passwd",
                "C:/data.parquet",
                "data\\\\..\\\\x",
                "data/{secret}.parquet",
                "data/{file_index!r}.parquet",
                ""
            })
    void refusesPathsThatLeadOutOfTheFolder(String template) throws IOException {
        editInfo("data/chunk-{chunk_index:03d}/file-{file_index:03d}.parquet", template);
        assertRefused("info.json", "path");
    }

    @Test
    void refusesAVideoPathThatLeadsOutOfTheFolder() throws IOException {
        editInfo("videos/{video_key}", "videos/../../{video_key}");
        assertRefused("info.json", "leads out");
    }

    @Test
    void saysWhichColumnIsMissing() throws IOException {
        editInfo("\"task_index\": {", "\"subtask\": { \"dtype\": \"string\", \"shape\": [1] }, \"task_index\": {");
        assertRefused(DATA, "subtask", "observation.state");
    }

    @Test
    void saysWhichFeatureThereIsNot() throws IOException {
        try (Dataset dataset = GoldenDatasetTest.golden("v3.0-video")) {
            assertThatThrownBy(() -> dataset.frames(0, Set.of("reward")))
                    .isInstanceOf(FormatException.class)
                    .hasMessageContainingAll("reward", "observation.state");
            assertThatThrownBy(() -> dataset.frames(0, Set.of("observation.images.front")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesDataOfAnotherRecording() throws IOException {
        Copies.of("v3.0-video", root);
        Files.copy(
                Path.of("src/test/resources/golden/v2.1-video/data/chunk-000/episode_000001.parquet"),
                root.resolve(DATA),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertRefused(DATA, "0 frames of episode 0 instead of 10");
    }

    @Test
    void aClosedDatasetSaysSo() throws IOException {
        Dataset dataset = GoldenDatasetTest.golden("v3.0-video");
        dataset.close();
        dataset.close();
        assertThatThrownBy(() -> dataset.frames(0, Set.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("v3.0-video");
    }

    @Test
    void namesMayComeInGroups() throws IOException {
        editInfo(
                "\"names\": [\n                \"shoulder_pan.pos\"",
                "\"names\": [\n                \"shoulder_pan.pos\" ");
        Copies.edit(
                root.resolve("meta/info.json"),
                text -> text.replaceAll("\"names\": (\\[\\s*\"shoulder_pan[^]]*])", "\"names\": {\"motors\": $1}"));
        try (Dataset dataset = Dataset.open(root)) {
            assertThat(dataset.info().features().get("action").names())
                    .hasSize(6)
                    .contains("gripper.pos");
        }
    }
}
