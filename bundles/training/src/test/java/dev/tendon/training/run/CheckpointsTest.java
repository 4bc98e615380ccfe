/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.checkpoint.CheckpointFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
    @TempDir
    Path run;

    @Test
    void namesHaveSixDigitsOrAsManyAsTheRunNeeds() {
        assertThat(Checkpoints.name(500, 1000)).isEqualTo("000500");
        assertThat(Checkpoints.name(500, 12_345_678)).isEqualTo("00000500");
    }

    @Test
    void whicheverOperationFailsTheLastCheckpointIsWhole() throws IOException {
        save(new LocalRunFiles(), 1, "one");
        int operations = operations();
        assertThat(operations).isGreaterThan(12);
        for (int failing = 0; failing < operations; failing++) {
            FailingRunFiles files = new FailingRunFiles(failing, "Input/output error");
            Checkpoints checkpoints = new Checkpoints(run, 100, files);
            checkpoints.resumed(run.resolve("checkpoints/000001"));

            assertThatThrownBy(() -> save(checkpoints, 2, "two"))
                    .as("operation %d of %d", failing, operations)
                    .isInstanceOf(IOException.class)
                    .hasMessageContainingAll("000002", "000001", "--resume=true");

            assertThat(content("last")).as("after operation %d", failing).isIn("one", "two");
            assertThat(content("000001")).isEqualTo("one");
            new LocalRunFiles().delete(run.resolve("checkpoints/000002"));
            save(new LocalRunFiles(), 1, "one");
        }
    }

    /** How many it takes to save the second checkpoint. */
    private int operations() throws IOException {
        FailingRunFiles counting = new FailingRunFiles(Integer.MAX_VALUE, "");
        save(counting, 2, "two");
        new LocalRunFiles().delete(run.resolve("checkpoints/000002"));
        save(new LocalRunFiles(), 1, "one");
        return counting.operations();
    }

    @Test
    void aStepThatIsThereIsReplacedAsAWhole() throws IOException {
        save(new LocalRunFiles(), 1, "one");
        save(new LocalRunFiles(), 1, "again");

        assertThat(content("last")).isEqualTo("again");
        try (var files = Files.list(run.resolve("checkpoints"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("000001", "last");
        }
    }

    @Test
    void whatACrashLeftAsideIsSweptAway() throws IOException {
        Path left = Files.createDirectories(run.resolve("checkpoints/.000001.part/pretrained_model"));
        Files.writeString(left.resolve("config.json"), "half");

        save(new LocalRunFiles(), 1, "one");

        assertThat(content("last")).isEqualTo("one");
        assertThat(run.resolve("checkpoints/.000001.part")).doesNotExist();
    }

    @Test
    void aFullDiskIsToldWithAdvice() throws IOException {
        RunFiles full = new FailingRunFiles(5, "No space left on device");

        assertThatThrownBy(() -> save(full, 1, "one"))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("No room left", "Free some space", "No checkpoint of this run");
    }

    private void save(RunFiles files, long step, String text) throws IOException {
        save(new Checkpoints(run, 100, files), step, text);
    }

    private static void save(Checkpoints checkpoints, long step, String text) throws IOException {
        checkpoints.save(
                step,
                List.of(CheckpointFile.text("config.json", text), CheckpointFile.text("other.json", text)),
                List.of(folder -> Files.writeString(folder.resolve("state.json"), text)));
    }

    private String content(String checkpoint) throws IOException {
        Path folder = run.resolve("checkpoints").resolve(checkpoint);
        String text = Files.readString(folder.resolve("pretrained_model/config.json"));
        assertThat(folder.resolve("pretrained_model/other.json")).hasContent(text);
        assertThat(folder.resolve("training_state/state.json")).hasContent(text);
        return text;
    }
}
