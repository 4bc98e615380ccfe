/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS) // the commands that stand in for Tendon are shell scripts
class UserCommandsTest {
    @TempDir
    private Path folder;

    private final List<String> printed = new ArrayList<>();

    private UserCommands commands(String script) throws Exception {
        Path file = folder.resolve("tendon");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return new UserCommands(file, printed::add);
    }

    @Test
    void givesTheObjectThatACommandPrintsLast() throws Exception {
        UserCommands commands = commands("echo some words; echo \"{\\\"arguments\\\": \\\"$*\\\"}\"");

        assertThat(commands.run(List.of("record", "--fps=30")).get("arguments").asText())
                .isEqualTo("record --fps=30 --json=true");
        assertThat(printed).containsExactly("tendon record --fps=30");
    }

    @Test
    void tellsWhichCommandFailedAndHow() throws Exception {
        UserCommands commands = commands("exit 4");

        assertThatThrownBy(() -> commands.run(List.of("train")))
                .isInstanceOfSatisfying(
                        StepFailedException.class, e -> assertThat(e.exitCode()).isEqualTo(4))
                .hasMessageStartingWith("tendon train ended with exit code 4");
    }

    @Test
    void anInterruptEndsTheCommandAsCtrlCWould() throws Exception {
        Path ended = folder.resolve("ended");
        Path begun = folder.resolve("begun");
        UserCommands commands = commands(
                "trap 'touch " + ended + "; exit 143' TERM; touch " + begun + "; while :; do sleep 0.05; done");
        Thread runner = new Thread(() -> {
            try {
                commands.run(List.of("record"));
            } catch (Exception e) {
                // looked for by what the command did
            }
        });
        runner.start();
        while (!Files.exists(begun)) {
            Thread.onSpinWait();
        }
        runner.interrupt();
        runner.join();

        assertThat(ended).exists();
    }

    @Test
    void quotesWhatAShellWouldTakeApart() {
        assertThat(UserCommands.typed(List.of("record", "--robot.cameras={top: {type: sim}}", "--task=it's")))
                .isEqualTo("tendon record --robot.cameras='{top: {type: sim}}' --task='it'\\''s'");
    }
}
