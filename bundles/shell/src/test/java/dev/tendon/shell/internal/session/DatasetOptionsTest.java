/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatasetOptionsTest {
    private static final Path HOME = Path.of("/home/me");

    private static Path folderOf(String repoId, Map<String, String> env) {
        return new DatasetOptions(Optional.of(repoId), Optional.empty(), 0, Optional.empty()).folder(env, HOME);
    }

    @Test
    void takesTheFolderThatIsGiven() {
        DatasetOptions both =
                new DatasetOptions(Optional.of("me/pick"), Optional.of(Path.of("here")), 0, Optional.empty());

        assertThat(both.folder(Map.of(), HOME)).isEqualTo(Path.of("here"));
    }

    @Test
    void looksForANameWhereLeRobotKeepsIt() {
        assertThat(folderOf("me/pick", Map.of())).isEqualTo(Path.of("/home/me/.cache/huggingface/lerobot/me/pick"));
        assertThat(folderOf("me/pick", Map.of("HF_HOME", "/hf"))).isEqualTo(Path.of("/hf/lerobot/me/pick"));
        assertThat(folderOf("me/pick", Map.of("HF_HOME", "/hf", "HF_LEROBOT_HOME", "/data")))
                .isEqualTo(Path.of("/data/me/pick"));
    }

    @Test
    void expandsTheUsersHome() {
        assertThat(folderOf("me/pick", Map.of("HF_LEROBOT_HOME", "~/data")))
                .isEqualTo(Path.of("/home/me/data/me/pick"));
    }

    @Test
    void asksWhichRecordingAndNamesBothOptions() {
        assertThatThrownBy(() -> new DatasetOptions(Optional.empty(), Optional.empty(), 0, Optional.empty()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--dataset.root")
                .hasMessageContaining("--dataset.repo_id");
    }
}
