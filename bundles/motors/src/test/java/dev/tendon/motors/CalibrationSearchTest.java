/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationSearchTest {
    private static final Path HOME = Path.of("/home/ada");

    @TempDir
    Path folder;

    @Test
    void looksInTheSharedFolderOf06AndThenInThatOf2025() {
        assertThat(candidates(Map.of(), Optional.empty()))
                .containsExactly(
                        Path.of("/home/ada/.cache/huggingface/lerobot/calibration/robots/so_follower/left.json"),
                        Path.of("/home/ada/.cache/huggingface/lerobot/calibration/robots/so101_follower/left.json"));
    }

    @Test
    void followsLeRobotsVariablesFromTheNarrowestToTheWidest() {
        assertThat(first(Map.of("XDG_CACHE_HOME", "/x")))
                .isEqualTo(Path.of("/x/huggingface/lerobot/calibration/robots/so_follower/left.json"));
        assertThat(first(Map.of("XDG_CACHE_HOME", "/x", "HF_HOME", "~/hf")))
                .isEqualTo(Path.of("/home/ada/hf/lerobot/calibration/robots/so_follower/left.json"));
        assertThat(first(Map.of("HF_HOME", "/hf", "HF_LEROBOT_HOME", "/lerobot")))
                .isEqualTo(Path.of("/lerobot/calibration/robots/so_follower/left.json"));
        assertThat(first(Map.of("HF_LEROBOT_HOME", "/lerobot", "HF_LEROBOT_CALIBRATION", "/calibration")))
                .isEqualTo(Path.of("/calibration/robots/so_follower/left.json"));
    }

    @Test
    void aNamedFolderDecidesAlone() {
        assertThat(candidates(Map.of("HF_HOME", "/hf"), Optional.of(Path.of("~/arms"))))
                .containsExactly(Path.of("/home/ada/arms/left.json"));
    }

    @Test
    void takesTheOldFileWhereThereIsNoNewOne() throws Exception {
        CalibrationSearch search =
                new CalibrationSearch(Map.of("HF_LEROBOT_CALIBRATION", folder.toString())::get, HOME);
        List<Path> candidates = search.candidates(TestArm.options("left", Optional.empty()));
        Files.createDirectories(candidates.get(1).getParent());
        Files.createFile(candidates.get(1));

        assertThat(search.find(TestArm.options("left", Optional.empty()))).contains(candidates.get(1));
    }

    private static Path first(Map<String, String> environment) {
        return candidates(environment, Optional.empty()).get(0);
    }

    private static List<Path> candidates(Map<String, String> environment, Optional<Path> folder) {
        return new CalibrationSearch(environment::get, HOME).candidates(TestArm.options("left", folder));
    }
}
