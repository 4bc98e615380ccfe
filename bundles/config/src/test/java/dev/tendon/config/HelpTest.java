/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The help text as a whole, compared with files: {@code -Dgolden.write=FOLDER} writes them anew, to be looked at. */
class HelpTest {
    private final CommandLine commandLine = new CommandLine(Samples.catalog());

    record Common(
            @Describe("Answer in JSON") @Default("false") boolean json,
            @Describe("Show the stack trace of every failure") @Default("false") boolean debug) {}

    private String help(int width, boolean color, String... args) {
        return commandLine.help(new HelpRequest(
                "tendon record", Samples.Record.class, Optional.of(Common.class), List.of(args), width, color));
    }

    private static void assertGolden(String name, String text) throws IOException {
        String folder = System.getProperty("golden.write");
        if (folder != null) {
            Files.writeString(Path.of(folder, name), text);
        }
        try (InputStream golden = HelpTest.class.getResourceAsStream(name)) {
            assertThat(golden).as(name).isNotNull();
            assertThat(text).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Options that say something of their own about the file of options. */
    record Resumable(@Describe("A run's configuration") Optional<Path> configPath) {}

    @Test
    void showsTheFileOfOptionsOnce() {
        String text = commandLine.help(
                new HelpRequest("tendon train", Resumable.class, Optional.empty(), List.of("--help"), 100, false));
        assertThat(text).containsOnlyOnce("--config_path").contains("A run's configuration");
    }

    @Test
    void listsTheChoicesWhileNothingIsChosen() throws IOException {
        assertGolden("help-nothing-chosen.txt", help(100, false, "--help"));
    }

    @Test
    void showsTheOptionsOfTheChosenTypesOnly() throws IOException {
        String text = help(
                100,
                false,
                "--robot.type=arm_follower",
                "--robot.cameras={top: {type: opencv}}",
                "--policy.type",
                "act",
                "--help");

        assertGolden("help-chosen.txt", text);
        assertThat(text).doesNotContain("remote_ip");
    }

    @Test
    void wrapsToTheWidth() {
        assertThat(help(60, false, "--robot.type=arm_follower").lines()).allSatisfy(line -> assertThat(
                        line.length() <= 60 || !line.strip().contains(" "))
                .isTrue());
    }

    @Test
    void marksWithColorOnlyWhenAsked() {
        assertThat(help(80, false)).doesNotContain("\u001b");
        assertThat(help(80, true)).contains("\u001b[1mOptions\u001b[0m").contains("\u001b[36m--fps=INT\u001b[0m");
        assertThat(help(80, true).replaceAll("\u001b\\[[0-9]+m", "")).isEqualTo(help(80, false));
    }

    @Test
    void showsHelpInSpiteOfMistakes() {
        assertThat(help(80, false, "--robot.type=nonsense", "--config_path=nowhere.json", "--fps"))
                .contains("arm_follower", "cart");
    }

    @Test
    void showsPositionalOptionsInTheUsageLine() {
        assertThat(commandLine.help(new HelpRequest(
                        "tendon plugins install",
                        CommandLineTest.Install.class,
                        Optional.empty(),
                        List.of(),
                        80,
                        false)))
                .startsWith("Usage: tendon plugins install [FILE…] [--option=value …]\n");
    }
}
