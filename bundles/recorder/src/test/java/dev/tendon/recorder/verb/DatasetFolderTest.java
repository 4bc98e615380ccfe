/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import dev.tendon.video.VideoEncoding;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatasetFolderTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-05-04T12:01:02Z"), ZoneOffset.UTC);
    private static final Path HOME = Path.of("/home/ann");

    static RecordDatasetOptions options(Optional<String> repoId, Optional<Path> root, boolean noStamp) {
        return new RecordDatasetOptions(
                repoId,
                root,
                "task",
                1,
                1,
                1,
                30,
                Optional.empty(),
                true,
                VideoEncoding.DEFAULT,
                new DepthEncoderOptions(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                ActionRule.TELEOP,
                true,
                Optional.empty(),
                30,
                1,
                0,
                4,
                false,
                Optional.empty(),
                List.of(),
                noStamp);
    }

    private static Path folder(Optional<String> repoId, Optional<Path> root, boolean noStamp, boolean resume) {
        return DatasetFolder.of(options(repoId, root, noStamp), resume, Map.of(), HOME, NOON)
                .root();
    }

    @Test
    void aNewDatasetGetsTheTimeBehindItsNameUnlessToldNotTo() {
        Path lerobot = HOME.resolve(".cache/huggingface/lerobot");
        Optional<String> name = Optional.of("ann/cubes");
        assertThat(folder(name, Optional.empty(), false, false))
                .isEqualTo(lerobot.resolve("ann/cubes_20260504_120102"));
        assertThat(folder(name, Optional.empty(), true, false)).isEqualTo(lerobot.resolve("ann/cubes"));
        assertThat(folder(name, Optional.empty(), false, true)).isEqualTo(lerobot.resolve("ann/cubes"));
    }

    @Test
    void aFolderIsTakenAsItIs() {
        Path root = Path.of("/data/cubes");
        assertThat(folder(Optional.empty(), Optional.of(root), false, false)).isEqualTo(root);
        assertThat(folder(Optional.of("ann/cubes"), Optional.of(root), false, false))
                .isEqualTo(root);
    }

    @Test
    void looksWhereLeRobotLooks() {
        RecordDatasetOptions options = options(Optional.of("ann/cubes"), Optional.empty(), true);
        assertThat(DatasetFolder.of(options, false, Map.of("HF_HOME", "~/hf"), HOME, NOON)
                        .root())
                .isEqualTo(HOME.resolve("hf/lerobot/ann/cubes"));
        assertThat(DatasetFolder.of(options, false, Map.of("HF_LEROBOT_HOME", "/lr"), HOME, NOON)
                        .root())
                .isEqualTo(Path.of("/lr/ann/cubes"));
    }

    @Test
    void refusesNamesThatLeadElsewhereAndWantsOneOfTheTwo() {
        for (String name : List.of("../x", "a/../b", "/etc", "a/b/c", "a//b", ".hidden", "a\\b")) {
            assertThatThrownBy(() -> options(Optional.of(name), Optional.empty(), false))
                    .as(name)
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("repo_id");
        }
        assertThatThrownBy(() -> options(Optional.empty(), Optional.empty(), false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--dataset.root");
    }
}
