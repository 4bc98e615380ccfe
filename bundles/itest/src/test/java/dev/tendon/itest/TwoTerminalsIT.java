/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.itest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.bench.RevisedJar;
import dev.tendon.itest.toys.ThrowingActivator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tour of the README, typed in two terminals: what both say, and how they end. */
class TwoTerminalsIT {
    private Path folder;
    private Path home;

    @BeforeEach
    void freshHome() throws IOException {
        folder = TendonHost.freshFolder("two-terminals");
        home = folder.resolve("home");
    }

    @Test
    void aDriverIsReplacedUnderARunningReplay() throws Exception {
        Path next = folder.resolve("so101-next.jar");
        String version = RevisedJar.write(TendonHost.bundleJar(Desk.DRIVER), next, "next");

        try (Terminal first = replay("--json")) {
            first.untilErr("so101_follower");
            try (Terminal second = Terminal.type(home, "plugins", "update", next.toString())) {
                assertThat(second.exitCode()).as(second::toString).isZero();
                assertThat(second.out())
                        .as(second::toString)
                        .anyMatch(line -> line.contains(Desk.DRIVER) && line.contains(version));
                assertThat(second.out()).as(second::toString).anyMatch(line -> line.contains("replay"));
            }
            assertThat(first.exitCode()).as(first::toString).isZero();
            assertThat(first.err()).as(first::toString).anyMatch(line -> line.contains(version));
            assertThat(first.out()).as("exactly one JSON object").hasSize(1);
            assertThat(number(first, "frames")).isEqualTo(240);
            assertThat(number(first, "swaps")).isOne();
            assertThat(number(first, "tracking_error_mean")).isLessThan(1.5 * number(first, "recorded_gap_mean"));
        }
    }

    @Test
    void whatIsNoBundleAndWhatCannotStartAreRefused() throws Exception {
        Path text = Files.writeString(folder.resolve("letter.jar"), "not a jar");
        try (Terminal terminal = Terminal.type(home, "plugins", "install", text.toString())) {
            assertThat(terminal.exitCode()).as(terminal::toString).isEqualTo(2);
            assertThat(terminal.err()).as(terminal::toString).anyMatch(line -> line.contains("letter.jar"));
        }
        Path broken = ToyJars.broken(folder.resolve("broken.jar"));
        try (Terminal terminal = Terminal.type(home, "plugins", "install", broken.toString())) {
            assertThat(terminal.exitCode()).as(terminal::toString).isEqualTo(1);
            assertThat(String.join("\n", terminal.err())).contains(ThrowingActivator.WHY);
            assertThat(terminal.err()).noneMatch(line -> line.startsWith("\tat "));
        }
    }

    @Test
    void ctrlCEndsSafelyWithItsOwnExitCode() throws Exception {
        try (Terminal terminal = replay()) {
            terminal.untilErr("so101_follower");
            terminal.signal("INT");
            assertThat(terminal.exitCode()).as(terminal::toString).isEqualTo(130);
        }
        try (Terminal terminal = replay()) {
            terminal.untilErr("so101_follower");
            terminal.signal("TERM");
            assertThat(terminal.exitCode()).as(terminal::toString).isEqualTo(143);
        }
    }

    @Test
    void everyMistakeIsToldAtOnceWithoutAStackTrace() throws Exception {
        try (Terminal terminal =
                Terminal.type(home, "replay", "--robot.type=so101_folower", "--dataset.episode=first", "--spede=1")) {
            assertThat(terminal.exitCode()).as(terminal::toString).isEqualTo(2);
            assertThat(terminal.out()).isEmpty();
            assertThat(String.join("\n", terminal.err()))
                    .contains("so101_follower", "--dataset.episode", "first", "--speed")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void helpAndVersionNeedNoFramework() throws Exception {
        for (String[] arguments :
                new String[][] {{"--version"}, {"--help"}, {"replay", "--robot.type=so101_follower", "--help"}}) {
            try (Terminal terminal = Terminal.type(home, arguments)) {
                assertThat(terminal.exitCode()).as(terminal::toString).isZero();
                assertThat(terminal.out()).isNotEmpty();
            }
        }
        assertThat(home.resolve("cache")).doesNotExist();
    }

    @Test
    void theInteractiveShellRunsTheSameVerbsAndEndsWithItsInput() throws Exception {
        try (Terminal terminal = Terminal.typeInto(home, "choices\nlb -s\nscr:list\nexit\n", "shell")) {
            assertThat(terminal.exitCode()).as(terminal::toString).isZero();
            assertThat(String.join("\n", terminal.out())).contains("so101_follower", "dev.tendon.robot.so101");
        }
    }

    private Terminal replay(String... more) throws IOException {
        String[] arguments = {
            "replay",
            "--robot.type=so101_follower",
            "--robot.port=sim:",
            "--robot.use_degrees=false",
            "--dataset.root=" + TendonHost.distribution().resolve("recordings/so101-reach"),
            "--dataset.episode=0",
            "--ramp_s=1"
        };
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return Terminal.type(home, all);
    }

    private static double number(Terminal terminal, String key) {
        Matcher matcher = Pattern.compile("\"" + key + "\"\\s*:\\s*([-0-9.eE]+)")
                .matcher(terminal.out().get(0));
        assertThat(matcher.find()).as("%s in %s", key, terminal).isTrue();
        return Double.parseDouble(matcher.group(1));
    }
}
