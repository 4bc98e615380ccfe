/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A dataset that LeRobot wrote is looked at, converted, cut and mended, as typed. */
class DatasetsIT {
    private static final Path GOLDEN = Path.of("../dataset/src/test/resources/golden/v3.0-video");

    private Path folder;
    private Path root;

    @BeforeEach
    void copyOfAGoldenSet() throws IOException {
        folder = TendonHost.freshFolder("datasets");
        root = folder.resolve("set");
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = root.resolve(GOLDEN.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private void type(int exitCode, String word, String... arguments) throws Exception {
        String[] words =
                Stream.concat(Stream.of("dataset"), Stream.of(arguments)).toArray(String[]::new);
        try (Terminal terminal = Terminal.type(folder.resolve("home"), words)) {
            assertThat(terminal.exitCode()).as(terminal::toString).isEqualTo(exitCode);
            assertThat(String.join("\n", terminal.out()) + String.join("\n", terminal.err()))
                    .contains(word);
        }
    }

    @Test
    void isConvertedAndCutAndTheOldOneStays() throws Exception {
        String set = root.toString();
        type(0, "Valid: 20 frames", "validate", set);
        type(0, "Nothing was changed", "convert", set, "--to=v2.1", "--dry_run=true");
        type(0, "set_old", "convert", set, "--to=v2.1");
        assertThat(root.resolve("videos/chunk-000/observation.images.front/episode_000001.mp4"))
                .exists();
        assertThat(folder.resolve("set_old/meta/tasks.parquet")).exists();
        type(
                0,
                "1 episode",
                "edit",
                "--operation.type=delete_episodes",
                "--operation.episode_indices=[0]",
                "--root=" + set,
                "--new_root=" + folder.resolve("cut"));
        type(0, "Valid: 10 frames", "validate", folder.resolve("cut").toString());
        type(2, "no episode 9", "delete-episodes", set, "--episodes=9");
    }

    @Test
    void isToldWhatIsWrongAndMended() throws Exception {
        String set = root.toString();
        Files.copy(root.resolve("data/chunk-000/file-000.parquet"), root.resolve("data/chunk-000/file-001.parquet"));
        type(4, "no episode names it", "validate", set, "--quick=true");
        type(0, "2 episodes", "repair", set);
        type(0, "Valid: 20 frames", "validate", set);
    }
}
