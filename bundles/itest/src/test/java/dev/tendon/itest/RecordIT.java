/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.itest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.dataset.Dataset;
import dev.tendon.dataset.EpisodeFrames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code tendon record} on the simulator, as typed: episodes, another one added, one killed and recovered, keys without a terminal. */
class RecordIT {
    private static final int FPS = 30;

    private Path folder;
    private Path home;
    private Path root;

    @BeforeEach
    void freshHome() throws IOException {
        folder = TendonHost.freshFolder("record");
        home = folder.resolve("home");
        root = folder.resolve("cubes");
    }

    private Terminal record(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "record",
                "--robot.type=so101_follower",
                "--robot.port=sim:",
                "--robot.cameras={top: {type: sim, width: 320, height: 240, fps: 30}}",
                "--teleop.type=so101_leader",
                "--teleop.port=sim:",
                "--dataset.root=" + root,
                "--dataset.single_task=Put the cube into the box",
                "--dataset.reset_time_s=0.2",
                "--play_sounds=false",
                "--json"));
        arguments.addAll(List.of(more));
        return Terminal.type(home, arguments.toArray(String[]::new));
    }

    @Test
    void recordsEpisodesAddsOneAndRecoversOneThatWasKilled() throws Exception {
        try (Terminal terminal = record("--dataset.num_episodes=2", "--dataset.episode_time_s=1")) {
            assertThat(terminal.exitCode()).as(terminal::toString).isZero();
            assertThat(number(terminal, "episodes")).isEqualTo(2);
            assertThat(number(terminal, "frames")
                            + number(terminal, "missed_ticks")
                            + number(terminal, "dropped_frames"))
                    .isBetween(58.0, 62.0);
        }
        holds(2);
        try (Terminal terminal = record("--dataset.num_episodes=1", "--dataset.episode_time_s=1", "--resume=true")) {
            assertThat(terminal.exitCode()).as(terminal::toString).isZero();
        }
        holds(3);

        try (Terminal terminal = record("--dataset.num_episodes=1", "--dataset.episode_time_s=60", "--resume=true")) {
            terminal.untilErr("Recording episode");
            Running.until(() -> journalHolds(FPS), "a second of an episode in the journal");
            try (Terminal second = record("--dataset.num_episodes=1", "--resume=true")) {
                assertThat(second.exitCode())
                        .as("one writer at a time: %s", second)
                        .isEqualTo(2);
            }
            terminal.signal("KILL");
            assertThat(terminal.exitCode()).isEqualTo(137);
        }
        holds(3);
        try (Terminal terminal = record("--dataset.num_episodes=1", "--dataset.episode_time_s=1", "--resume=true")) {
            assertThat(terminal.exitCode())
                    .as("the tail is neither kept nor dropped unasked: %s", terminal)
                    .isEqualTo(2);
            assertThat(String.join("\n", terminal.err())).contains("--recover=keep");
        }
        try (Terminal terminal =
                record("--dataset.num_episodes=1", "--dataset.episode_time_s=1", "--resume=true", "--recover=keep")) {
            assertThat(terminal.exitCode()).as(terminal::toString).isZero();
        }
        holds(5);
        assertThat(root.resolve(".tendon")).doesNotExist();
    }

    @Test
    void takesKeysAsSignalsAndLeavesAnInterruptedEpisodeInTheJournal() throws Exception {
        try (Terminal terminal = record("--dataset.num_episodes=3", "--dataset.episode_time_s=60")) {
            terminal.untilErr("Recording episode 1 of 3");
            Running.until(() -> journalHolds(5), "some frames");
            terminal.signal("URG");
            terminal.untilErr("Record the episode again");
            Running.until(() -> journalHolds(5), "some frames");
            terminal.signal("USR1");
            terminal.untilErr("Recording episode 2 of 3");
            Running.until(() -> journalHolds(5), "some frames");
            terminal.signal("INT");
            assertThat(terminal.exitCode()).as(terminal::toString).isEqualTo(130);
            assertThat(number(terminal, "episodes")).isOne();
            assertThat(number(terminal, "discarded_episodes")).isOne();
            assertThat(number(terminal, "unfinished_frames")).isPositive();
        }
        holds(1);
        try (Terminal terminal =
                record("--dataset.num_episodes=1", "--dataset.episode_time_s=1", "--resume=true", "--recover=drop")) {
            assertThat(terminal.exitCode()).as(terminal::toString).isZero();
        }
        holds(2);
    }

    @Test
    void refusesWhatDoesNotFitTheDatasetWithTheDifferences() throws Exception {
        try (Terminal terminal = record("--dataset.num_episodes=1", "--dataset.episode_time_s=0.5")) {
            assertThat(terminal.exitCode()).as(terminal::toString).isZero();
        }
        try (Terminal terminal = record("--resume=true", "--dataset.fps=25", "--dataset.num_episodes=1")) {
            assertThat(terminal.exitCode()).as(terminal::toString).isEqualTo(2);
            assertThat(String.join("\n", terminal.err())).contains("fps", "25", "30");
        }
        try (Terminal terminal = record("--dataset.num_episodes=1")) {
            assertThat(terminal.exitCode()).as(terminal::toString).isEqualTo(2);
            assertThat(String.join("\n", terminal.err())).contains("--resume=true");
        }
    }

    /** The dataset is whole and has so many episodes, each with all its rows. */
    private void holds(int episodes) throws IOException {
        try (Dataset dataset = Dataset.open(root)) {
            assertThat(dataset.missingVideos()).isEmpty();
            assertThat(dataset.info().features()).containsKeys("action", "observation.state", "observation.images.top");
            for (int i = 0; i < episodes; i++) {
                EpisodeFrames frames = dataset.frames(i, Set.of("action", "timestamp"));
                assertThat(frames.length()).isPositive();
                assertThat(frames.value("timestamp", frames.length() - 1, 0))
                        .isEqualTo((frames.length() - 1) / (double) FPS, org.assertj.core.api.Assertions.within(1e-4));
            }
            assertThat(dataset.info().totalEpisodes()).isEqualTo(episodes);
        }
    }

    /** Whether some journal has at least so many rows. */
    private boolean journalHolds(int rows) {
        try (var journals = Files.walk(root.resolve(".tendon/journal"))) {
            return journals.anyMatch(
                    file -> file.endsWith("rows.bin") && file.toFile().length() > rows * 100L);
        } catch (IOException | java.io.UncheckedIOException e) {
            return false;
        }
    }

    private static double number(Terminal terminal, String key) {
        Matcher matcher = Pattern.compile("\"" + key + "\"\\s*:\\s*([-0-9.eE]+)")
                .matcher(terminal.out().get(0));
        assertThat(matcher.find()).as("%s in %s", key, terminal).isTrue();
        return Double.parseDouble(matcher.group(1));
    }
}
