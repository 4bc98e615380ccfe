/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.curator.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import dev.tendon.curator.DatasetOptions;
import dev.tendon.curator.Rig;
import dev.tendon.shell.Verb;
import dev.tendon.shell.testkit.FakeConsole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the recording that replay's tests play, too. */
class LookTest {
    private static final Path REACH = Path.of("../../teleoperators/playback/recordings/so101-reach");
    private static final DatasetOptions NONE = new DatasetOptions(Optional.empty(), Optional.empty());

    @TempDir
    Path folder;

    private final FakeConsole console = new FakeConsole();

    private int validate(Path root) throws Exception {
        return new ValidateVerb(Rig.VIDEO).run(new ValidateOptions(Optional.of(root), NONE, false), console);
    }

    @Test
    void infoTellsFormatRobotAndTasks() throws Exception {
        assertThat(new InfoVerb().run(new InfoOptions(Optional.of(REACH), NONE), console))
                .isEqualTo(Verb.DONE);
        assertThat(console.text()).contains("LeRobotDataset v3.0", "so101_follower", "shoulder_pan.pos", "Reach for");
        assertThat(console.json).containsEntry("codebase_version", "v3.0").containsKeys("fps", "features", "tasks");
    }

    @Test
    void validateSaysSoWhereNothingIsWrong() throws Exception {
        assertThat(validate(REACH)).isEqualTo(Verb.DONE);
        assertThat(console.text()).startsWith("Valid: ");
    }

    @Test
    void validateEndsWithTheCodeForDamagedDataAndNamesFileAndAdvice() throws Exception {
        Path meta = Files.createDirectories(folder.resolve("meta"));
        Files.copy(REACH.resolve("meta/info.json"), meta.resolve("info.json"));
        assertThat(validate(folder)).isEqualTo(Verb.DATA);
        assertThat(console.text()).contains("error: meta/episodes: missing", "again", "Not valid");
        assertThat(console.json).containsEntry("valid", false);
    }

    @Test
    void aDatasetIsNamedOnce() {
        DatasetOptions named = new DatasetOptions(Optional.of("me/mine"), Optional.empty());
        assertThatThrownBy(() -> NONE.folder(Optional.empty()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll("--dataset.root", "--dataset.repo_id");
        assertThatThrownBy(() -> named.folder(Optional.of(folder)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("twice");
        assertThat(DatasetOptions.named("me/mine", Map.of("HF_HOME", "~/hf"), Path.of("/home/me")))
                .isEqualTo(Path.of("/home/me/hf/lerobot/me/mine"));
    }
}
