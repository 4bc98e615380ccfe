/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code tendon demo} as typed, with hardly any training: all its commands fit each other, and its report holds what they made. */
class DemoIT {
    private Path folder;
    private Path home;

    @BeforeEach
    void freshHome() throws IOException {
        folder = TendonHost.freshFolder("demo");
        home = folder.resolve("home");
    }

    @Test
    void recordsTrainsEvaluatesAndReports() throws Exception {
        Path made = folder.resolve("made");
        try (Terminal terminal = Terminal.type(
                home,
                "demo",
                "--output_dir=" + made,
                "--demonstrations=2",
                "--steps=2",
                "--batch_size=2",
                "--picture_size=64",
                "--eval_episodes=1",
                "--json")) {
            assertThat(terminal.exitCode()).as(terminal::toString).isZero();
            assertThat(terminal.out())
                    .singleElement()
                    .asString()
                    .contains(
                            "\"success_rate\"",
                            "\"untrained_success_rate\"",
                            "\"nearest_replay_success_rate\"",
                            "\"wall_s\"",
                            "\"report\"");
            assertThat(commands(terminal))
                    .as("what a user would type, in order")
                    .containsExactly("record", "train", "train", "eval", "eval", "eval", "dataset");
        }
        String page = Files.readString(made.resolve("report/index.html"));
        assertThat(page).contains(" of 1</td>", "trained ACT", "untrained ACT", "nearest demonstration", "<video");
        assertThat(made.resolve("report/demonstrations/index.html")).exists();
        assertThat(films(made)).as("one film for each contestant").isEqualTo(3);
    }

    @Test
    void leavesAlonePlacesThatAreTaken() throws Exception {
        Path taken = Files.createDirectories(folder.resolve("taken"));
        try (Terminal terminal = Terminal.type(home, "demo", "--output_dir=" + taken)) {
            assertThat(terminal.exitCode()).as(terminal::toString).isEqualTo(2);
            assertThat(taken).isEmptyDirectory();
        }
    }

    private static List<String> commands(Terminal terminal) {
        return terminal.err().stream()
                .filter(line -> line.startsWith("$ tendon "))
                .map(line -> line.split(" ")[2])
                .toList();
    }

    private static long films(Path made) throws IOException {
        try (Stream<Path> films = Files.list(made.resolve("report/videos"))) {
            return films.count();
        }
    }
}
