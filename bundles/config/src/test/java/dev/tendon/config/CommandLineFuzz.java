/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.option.ConfigException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever is given: an answer, or every mistake in words. */
class CommandLineFuzz {
    private final CommandLine commandLine = new CommandLine(Samples.catalog());

    @Provide
    Arbitrary<List<String>> arguments() {
        Arbitrary<String> name = Arbitraries.of(
                "robot",
                "robot.type",
                "robot.path",
                "robot.cameras",
                "robot.cameras.top",
                "robot.cameras.top.type",
                "robot.max_relative_target",
                "robot.max_relative_target.gripper",
                "policy",
                "policy.path",
                "dataset.episodes",
                "dataset.rgb_encoder.extra_options",
                "dataset.rgb_encoder.extra_options.a",
                "fps",
                "play_sounds",
                "ending",
                "config_path",
                "no.such",
                "",
                ".",
                "a..b");
        Arbitrary<String> argument = Arbitraries.oneOf(
                name.flatMap(option -> yaml().map(value -> "--" + option + "=" + value)),
                name.map(option -> "--" + option),
                yaml(),
                Arbitraries.of(
                        "--",
                        "-",
                        "-x",
                        "--robot.type=arm_follower",
                        "--policy.type=act",
                        "--robot.cameras.a.type=opencv"));
        return argument.list().ofMaxSize(8);
    }

    /** Pieces of YAML in any order: mostly broken, sometimes right. */
    @Provide
    Arbitrary<String> yaml() {
        Arbitrary<String> piece = Arbitraries.frequencyOf(
                Tuple.of(
                        6,
                        Arbitraries.of(
                                "{",
                                "}",
                                "[",
                                "]",
                                ": ",
                                ":",
                                ", ",
                                ",",
                                "'",
                                "\"",
                                "&a ",
                                "*a",
                                "<<: ",
                                "!!int ",
                                "!x ",
                                "\n",
                                "- ",
                                "? ",
                                "| ",
                                "%YAML",
                                "---",
                                "null",
                                "true",
                                "1",
                                "1e999",
                                "-3",
                                "type",
                                "opencv",
                                "arm_follower",
                                "fps",
                                "\\u",
                                "\t",
                                "#",
                                "~",
                                "include ",
                                "99999999999999999999")),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(3)));
        return piece.list().ofMaxSize(12).map(pieces -> String.join("", pieces));
    }

    @Property(tries = 5000)
    void answersEveryCommandLineOrSaysWhatIsWrong(@ForAll("arguments") List<String> args) {
        try {
            assertThat(commandLine.parse(Samples.Record.class, args).options()).isNotNull();
        } catch (ConfigException e) {
            assertThat(e.problems()).isNotEmpty().allSatisfy(problem -> assertThat(problem)
                    .isNotBlank());
        }
    }

    @Property(tries = 500)
    void writesHelpWhateverIsGiven(@ForAll("arguments") List<String> args) {
        assertThat(commandLine.help(new HelpRequest("tendon", Samples.Record.class, Optional.empty(), args, 80, false)))
                .contains("--fps");
    }

    @Property(tries = 500)
    void readsEveryFileOrSaysWhatIsWrong(@ForAll("yaml") String text, @ForAll byte[] bytes) throws IOException {
        for (String ending : List.of(".json", ".yaml")) {
            for (byte[] content : List.of(text.getBytes(StandardCharsets.UTF_8), bytes)) {
                Path file = Files.createTempFile("fuzz", ending);
                try {
                    Files.write(file, content);
                    commandLine.parse(Samples.Record.class, List.of("--config_path=" + file));
                } catch (ConfigException e) {
                    assertThat(e.problems()).isNotEmpty();
                } finally {
                    Files.delete(file);
                }
            }
        }
    }
}
