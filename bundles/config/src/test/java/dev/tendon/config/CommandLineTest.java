/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.NoEffect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
    @TempDir
    Path folder;

    private final CommandLine commandLine = new CommandLine(Samples.catalog());

    private Samples.Record parse(String... more) {
        return commandLine.parse(Samples.Record.class, with(more)).options();
    }

    private List<String> problems(String... args) {
        return catchThrowableOfType(ConfigException.class, () -> commandLine.parse(Samples.Record.class, List.of(args)))
                .problems();
    }

    private List<String> problemsWith(String... more) {
        return problems(with(more).toArray(String[]::new));
    }

    private static List<String> with(String... more) {
        List<String> args =
                new ArrayList<>(List.of("--robot.type=arm_follower", "--robot.port=sim:", "--dataset.root=data"));
        args.addAll(List.of(more));
        return args;
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void takesValuesAfterAnEqualsSignOrABlank() {
        Samples.Record options = parse("--fps", "60", "--teleop_time_s=-1.5e1", "--dataset.tags", "[a, 'b c']");

        assertThat(options.fps()).isEqualTo(60);
        assertThat(options.teleopTimeS()).isEqualTo(-15);
        assertThat(options.dataset().tags()).containsExactly("a", "b c");
        assertThat(parse("--teleop_time_s", "-3").teleopTimeS()).isEqualTo(-3);
    }

    @Test
    void fillsInDefaults() {
        Samples.Record options = parse();

        assertThat(options.fps()).isEqualTo(30);
        assertThat(options.ending()).isEqualTo(Samples.Ending.ASK);
        assertThat(options.dataset().rgbEncoder()).isEqualTo(new Samples.Encoder("libsvtav1", 30, Map.of()));
        assertThat(options.policy()).isEmpty();
    }

    @Test
    void takesBooleansBareOrWithAWord() {
        assertThat(parse("--dataset.private", "--fps=5").dataset().private_()).isTrue();
        assertThat(parse("--dataset.private", "true").dataset().private_()).isTrue();
        assertThat(parse("--play_sounds", "false").playSounds()).isFalse();
        assertThat(parse("--play-sounds=False").playSounds()).isFalse();
        assertThat(parse("--robot.disable_torque_on_disconnect").robot().options())
                .containsEntry("disable_torque_on_disconnect", true);
    }

    @Test
    void readsCamerasInInlineYamlAndLetsDottedOptionsReachIntoThem() {
        Samples.Record options = parse(
                "--robot.cameras.top.fps=60",
                "--robot.cameras={ top: {type: opencv, index_or_path: 0, width: 640, height: 480, fps: 30}, "
                        + "side: {type: opencv, index_or_path: /dev/video2, width: 640, height: 480} }");

        assertThat(options.robot().options().get("cameras").toString())
                .isEqualTo("{top={type=opencv, index_or_path=0, width=640, height=480, fps=60},"
                        + " side={type=opencv, index_or_path=/dev/video2, width=640, height=480}}");
    }

    @Test
    void keepsAChoiceAsPlainDataWithoutDefaults() {
        assertThat(parse("--robot.id=007").robot().options()).isEqualTo(Map.of("port", "sim:", "id", "007"));
    }

    @Test
    void takesANumberOrAMapWhereEitherMayBe() {
        assertThat(parse("--robot.max_relative_target=5").robot().options()).containsEntry("max_relative_target", 5.0);
        assertThat(parse("--robot.max_relative_target={gripper: 5, wrist_roll: 2.5}")
                        .robot()
                        .options())
                .containsEntry("max_relative_target", Map.of("gripper", 5.0, "wrist_roll", 2.5));
        assertThat(parse("--robot.max_relative_target.gripper=5").robot().options())
                .containsEntry("max_relative_target", Map.of("gripper", 5.0));
        assertThat(parse("--robot.max_relative_target=null").robot().options())
                .containsEntry("max_relative_target", null);
    }

    @Test
    void takesAliasesOfOptionsAndWords() {
        Samples.Record options = parse("--control-time-s=4", "--ending=save_episode");

        assertThat(options.teleopTimeS()).isEqualTo(4);
        assertThat(options.ending()).isEqualTo(Samples.Ending.SAVE);
        assertThat(parse("--ending=discard-episode").ending()).isEqualTo(Samples.Ending.DISCARD_EPISODE);
    }

    @Test
    void keepsTextAsItIsTypedButTakesQuotesAroundAllOfIt() {
        assertThat(parse("--robot.id={not: yaml").robot().options()).containsEntry("id", "{not: yaml");
        assertThat(parse("--robot.id='null'").robot().options()).containsEntry("id", "null");
        assertThat(parse("--robot.id='a' or 'b'").robot().options()).containsEntry("id", "'a' or 'b'");
        assertThat(parse("--robot.id=").robot().options()).containsEntry("id", "");
    }

    @Test
    void readsAFileAndLetsOptionsOverrideIt() throws IOException {
        String json = file(
                "config.json",
                """
                {"fps": 15, "ending": "save", "dataset": {"root": "in/file", "episodes": [1, 2], "rgb_encoder": {"crf": 20}},
                 "robot": {"type": "arm_follower", "serial_port": "/dev/one", "id": null,
                           "cameras": {"top": {"type": "opencv", "index_or_path": 0, "width": 1, "height": 2}}}}
                """);

        Samples.Record options = commandLine
                .parse(
                        Samples.Record.class,
                        List.of("--config_path", json, "--fps=99", "--robot.port=sim:", "--robot.cameras.top.fps=5"))
                .options();

        assertThat(options.fps()).isEqualTo(99);
        assertThat(options.dataset().root()).isEqualTo(Path.of("in/file"));
        assertThat(options.dataset().episodes()).hasValue(List.of(1, 2));
        assertThat(options.dataset().rgbEncoder().crf()).isEqualTo(20);
        assertThat(options.robot().options().get("port")).isEqualTo("sim:");
        assertThat(options.robot().options().get("cameras").toString()).contains("fps=5");
    }

    @Test
    void readsYamlFilesWithAnchorsAndIncludesAGroup() throws IOException {
        String yaml = file(
                "config.yaml",
                """
                fps: 20
                dataset: &d {root: here}
                robot:
                  <<: {port: 'sim:'}
                  type: arm_follower
                """);
        String robot = file("robot.yaml", "type: cart\nremote_ip: 10.0.0.1\n");

        Samples.Record options = commandLine
                .parse(Samples.Record.class, List.of("--config_path=" + yaml))
                .options();
        Samples.Record included = commandLine
                .parse(Samples.Record.class, List.of("--dataset.root=x", "--robot=include " + robot))
                .options();

        assertThat(options.robot().options()).isEqualTo(Map.of("port", "sim:"));
        assertThat(included.robot().type()).isEqualTo("cart");
    }

    @Test
    void leavesOutWhatAnOverriddenTypeHadAndSaysSo() throws IOException {
        String file = file("config.yaml", "dataset: {root: d}\nrobot: {type: arm_follower, port: 'sim:', id: left}\n");

        Parsed<Samples.Record> parsed = commandLine.parse(
                Samples.Record.class,
                List.of("--config_path=" + file, "--robot.type=cart", "--robot.remote_ip=::1", "--robot.port=7"));

        assertThat(parsed.options().robot().options()).isEqualTo(Map.of("port", 7, "remote_ip", "::1"));
        assertThat(parsed.notices()).singleElement().asString().contains("--robot.id", "config.yaml:2", "cart");
    }

    @Test
    void readsAPolicyFromItsFolder() throws IOException {
        Files.writeString(
                folder.resolve("config.json"),
                "{\"type\": \"act\", \"chunk_size\": 50, \"dropout\": 0.2, \"normalization_mapping\": {\"STATE\": \"MEAN_STD\"}}");

        Samples.Record options = parse("--policy.path=" + folder, "--policy.dropout=0.3");

        assertThat(options.policy().orElseThrow().type()).isEqualTo("act");
        assertThat(options.policy().orElseThrow().options())
                .isEqualTo(Map.of(
                        "chunk_size",
                        50,
                        "dropout",
                        0.3,
                        "normalization_mapping",
                        Map.of("STATE", "MEAN_STD"),
                        "pretrained_path",
                        folder.toString()));
    }

    @Test
    void refusesAFolderThatIsNoneAndAFolderBesideAType() throws IOException {
        Files.createDirectories(folder.resolve("pretrained_model"));
        Files.writeString(folder.resolve("pretrained_model/config.json"), "{}");

        assertThat(problemsWith("--policy.path=lerobot/act"))
                .singleElement()
                .asString()
                .contains("--policy.path", "no folder");
        assertThat(problemsWith("--policy.path=" + folder))
                .singleElement()
                .asString()
                .contains("give ", "pretrained_model");
        assertThat(problemsWith("--policy.path=x", "--policy.type=act"))
                .singleElement()
                .asString()
                .contains("--policy.type or --policy.path", "not both");
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        assertThat(problems(
                        "--robot.type=arm_follower",
                        "--robot.prot=x",
                        "--fps=fast",
                        "--ending=saev",
                        "--dataset.rgb_encoder.crf=99",
                        "--dataset.epsiodes=[1]",
                        "-fps=3"))
                .containsExactlyInAnyOrder(
                        "-fps=3: an option begins with two dashes. Did you mean --fps=3?",
                        "--robot.prot: arm_follower has no such option. Did you mean --robot.port?",
                        "--robot.port is missing: Serial port of the arm; sim: takes the simulator",
                        "--fps: wants a whole number (Hz), not \"fast\"",
                        "--ending: wants ask, save or discard_episode, not \"saev\". Did you mean save?",
                        "--dataset.root is missing: Folder of the dataset",
                        "--dataset.rgb_encoder: crf is 99, outside 0 to 63",
                        "--dataset.epsiodes: no such option. Did you mean --dataset.episodes?");
    }

    @Test
    void namesTheInstalledChoicesAndTheNearest() {
        assertThat(problems("--dataset.root=d", "--robot.port=x"))
                .singleElement()
                .asString()
                .contains("--robot.type is missing", "Installed: arm_follower, cart.");
        assertThat(problemsWith("--robot.cameras.top.type=openvc"))
                .singleElement()
                .asString()
                .contains("--robot.cameras.top.type", "\"openvc\"", "Did you mean opencv?", "Installed: opencv");
    }

    @Test
    void refusesWhatIsGivenTwiceOrContradictsItself() {
        assertThat(problemsWith("--fps=1", "--fps=2")).containsExactly("--fps: given twice: \"1\" and \"2\"");
        assertThat(problemsWith("--robot.serial-port=x"))
                .containsExactly("--robot.port: given twice: --robot.port and --robot.serial_port are the same option");
        assertThat(problemsWith("--robot.max_relative_target=5", "--robot.max_relative_target.gripper=3"))
                .singleElement()
                .asString()
                .contains("ambiguous", "--robot.max_relative_target.gripper");
    }

    @Test
    void saysWhereYamlIsMalformed() throws IOException {
        String broken = file("broken.yaml", "fps: 3\nrobot: [1\n");

        assertThat(problemsWith("--robot.cameras={top: {type: opencv"))
                .singleElement()
                .asString()
                .contains("--robot.cameras: not valid YAML at column", "expected ',' or '}'");
        assertThat(problemsWith("--config_path=" + broken))
                .singleElement()
                .asString()
                .contains("--config_path", "broken.yaml", "line 3");
        assertThat(problemsWith("--config_path=none.json"))
                .singleElement()
                .asString()
                .contains("none.json: no such file");
    }

    @Test
    void saysWhichLineOfAFileIsWrong() throws IOException {
        String file = file("c.json", "{\n  \"fps\": \"a\",\n  \"playsounds\": true\n}");

        assertThat(problemsWith("--config_path=" + file))
                .anySatisfy(problem -> assertThat(problem).contains("--fps (", "c.json:2:", "a whole number"))
                .anySatisfy(problem -> assertThat(problem).contains("--playsounds (", "c.json:3:", "--play_sounds"));
    }

    @Test
    void tellsOfAMissingBlankAfterAColon() {
        assertThat(problemsWith("--robot.cameras={top: {type: opencv, index_or_path: 0, width: 1, height:2}}"))
                .anySatisfy(problem -> assertThat(problem).contains("height:2", "a blank follows the colon"));
    }

    @Test
    void noticesOptionsWithoutEffect() {
        Parsed<Samples.Record> parsed = commandLine.parse(Samples.Record.class, with("--display_ip=1.2.3.4"));

        assertThat(parsed.notices()).containsExactly("--display_ip has no effect: pictures open in the browser");
    }

    @Test
    void takesPythonsNumbersForTruthValues() {
        assertThat(commandLine
                        .parse(Samples.Record.class, with("--play_sounds=0"))
                        .options()
                        .playSounds())
                .isFalse();
    }

    @Test
    void noticesNoneThatAFileGivesAsTheDefault() throws IOException {
        String file = file("c.json", "{\"old_rate\": 30, \"spare\": null}");
        assertThat(commandLine
                        .parse(Kept.class, List.of("--config_path=" + file))
                        .notices())
                .isEmpty();
        String other = file("d.json", "{\"old_rate\": 31}");
        assertThat(commandLine
                        .parse(Kept.class, List.of("--config_path=" + other))
                        .notices())
                .containsExactly("--old_rate has no effect: it is another's");
    }

    record Kept(
            @NoEffect("it is another's") @Default("30") int oldRate,
            @NoEffect("it is another's") Optional<String> spare) {}

    @Test
    void asksForAValueWhereNoneIsGiven() {
        assertThat(problemsWith("--fps")).containsExactly("--fps wants a value, as in --fps=VALUE");
        assertThat(problemsWith("--fps", "-x"))
                .containsExactly("--fps wants a value. A value that begins with a dash is given as --fps=-x");
    }

    @Test
    void reportsARequiredOptionWithoutAValueOnce() {
        assertThat(problems("--robot.type=cart", "--robot.remote-ip", "--dataset.root=d"))
                .containsExactly("--robot.remote-ip wants a value, as in --robot.remote-ip=VALUE");
        assertThat(problems("--robot.type=arm_follower", "--robot.serial_port", "--dataset.root=d"))
                .containsExactly("--robot.serial_port wants a value, as in --robot.serial_port=VALUE");
        assertThat(problems("--dataset.root=d", "--robot.type"))
                .containsExactly("--robot.type wants a value, as in --robot.type=VALUE");
    }

    record Install(@Positional("FILE") List<Path> files, @Default("false") boolean force, Optional<Path> configPath) {}

    @Test
    void givesArgumentsWithoutNamesToPositionalOptions() {
        Install install = commandLine
                .parse(Install.class, List.of("a.jar", "--force", "b.jar", "--", "--c.jar"))
                .options();

        assertThat(install.force()).isTrue();
        assertThat(install.files()).containsExactly(Path.of("a.jar"), Path.of("b.jar"), Path.of("--c.jar"));
        assertThat(problemsWith("stray")).singleElement().asString().contains("\"stray\" is no option");
    }

    @Test
    void tellsTheRecordWhichFileWasReadWhereItAsks() throws IOException {
        String file = file("c.yml", "force: yes\n");

        Install install = commandLine
                .parse(Install.class, List.of("--config_path=" + file))
                .options();

        assertThat(install.configPath()).hasValue(Path.of(file));
        assertThat(install.force()).isTrue();
    }

    record Pickies(Optional<Samples.Picky> first, Map<String, Samples.Picky> more) {}

    @Test
    void passesOnWhatARecordSaysAboutItsOptionsTogether() {
        ConfigException refused = catchThrowableOfType(
                ConfigException.class,
                () -> commandLine.parse(Pickies.class, List.of("--first={a: 2, b: 1}", "--more.x={a: 1, b: 1.5}")));

        assertThat(refused.problems())
                .containsExactly(
                        "--first: a is above b", "--first: swap them", "--more.x.b: wants a whole number, not 1.5");
    }

    @Test
    void takesHelpOnlyBeforeADoubleDash() {
        assertThat(CommandLine.wantsHelp(List.of("--fps=3", "-h"))).isTrue();
        assertThat(CommandLine.wantsHelp(List.of("--", "--help"))).isFalse();
    }
}
