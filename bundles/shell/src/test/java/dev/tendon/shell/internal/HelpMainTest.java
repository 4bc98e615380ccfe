/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.camera.Camera;
import dev.tendon.api.camera.CameraType;
import dev.tendon.api.choice.Chosen;
import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.option.Alias;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.config.DeclaredComponent;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.internal.term.TerminalInfo;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Help from descriptions alone: the components of this test must not even be initialised. */
class HelpMainTest {
    @Describe("Take a picture")
    record SnapOptions(
            @Describe("The camera") Chosen<CameraType<?>> camera,
            @Describe(value = "How long", unit = "s") @Default("5") @Alias(value = "warmup", from = "LeRobot 2025")
                    double warmupS,
            @Describe("Where to") @Default("a.png") @Alias("file") String path) {}

    static final class Snap implements Verb<SnapOptions> {
        static final int NEVER = never();

        @Override
        public int run(SnapOptions options, Console console) {
            return NEVER;
        }
    }

    record PinholeConfig(@Describe("Width of the hole") @Default("1") int holeUm) {}

    static final class Pinhole implements CameraType<PinholeConfig> {
        static final int NEVER = never();

        @Override
        public Class<PinholeConfig> configType() {
            throw new AssertionError("not to be called");
        }

        @Override
        public Camera create(PinholeConfig config, DeviceContext context) {
            throw new AssertionError("not to be called");
        }
    }

    private static int never() {
        throw new AssertionError("help starts nothing");
    }

    private final Screen screen = new Screen();

    private static DeclaredComponent verb(String name, String group) {
        return new DeclaredComponent(
                "com.example",
                "1.0.0",
                Snap.class.getName(),
                List.of(Verb.class.getName()),
                Map.of("tendon.verb.name", name, "tendon.verb.group", group));
    }

    private int help(String... args) throws ClassNotFoundException {
        DeclaredComponent camera = new DeclaredComponent(
                "com.example.pinhole",
                "1.0.0",
                Pinhole.class.getName(),
                List.of(CameraType.class.getName()),
                Map.of("tendon.choice", "pinhole", "tendon.description", "A box with a hole"));
        return HelpMain.help(
                List.of(args),
                List.of(verb("snap", "Cameras"), verb("film start", "Cameras"), verb("film stop", "Cameras"), camera),
                getClass().getClassLoader(),
                screen.streams(""),
                TerminalInfo.NONE);
    }

    @Test
    void listsTheVerbsWithTheirDescriptions() throws Exception {
        assertThat(help("--help")).isZero();
        assertThat(screen.out()).contains("Cameras\n", "  snap        Take a picture\n", "  film start");
    }

    @Test
    void listsAGroupsVerbsOnly() throws Exception {
        assertThat(help("film", "--help")).isZero();
        assertThat(screen.out()).contains("film start", "film stop").doesNotContain("  snap");
    }

    @Test
    void showsAVerbsOptionsAndTheInstalledChoices() throws Exception {
        assertThat(help("snap", "--help")).isZero();
        assertThat(screen.out())
                .startsWith("Usage: tendon snap ")
                .contains("--warmup_s=", "default 5", "pinhole", "A box with a hole")
                .doesNotContain("hole_um");
    }

    @Test
    void showsTheOptionsOfAChosenType() throws Exception {
        assertThat(help("snap", "--camera.type=pinhole", "--help")).isZero();
        assertThat(screen.out()).contains("--camera.hole_um=INT").contains("Width of the hole");
    }

    @Test
    void callsOnlyThoseAliasesLeRobotsThatAre() throws Exception {
        help("snap", "--help");

        assertThat(screen.out().replaceAll("\\s+", " "))
                .contains("LeRobot 2025: --warmup)")
                .contains("also: --file)")
                .doesNotContain("2025: --file");
    }

    @Test
    void showsTheOptionsOfEveryVerb() throws Exception {
        help("snap", "--json", "--help");

        assertThat(screen.out()).contains("--json", "--debug", "--help");
    }

    @Test
    void answersAnUnknownVerbWith2OnStderr() throws Exception {
        assertThat(help("snpa", "--help")).isEqualTo(2);
        assertThat(screen.out()).isEmpty();
        assertThat(screen.err()).startsWith("error: ").contains("Did you mean snap?");
    }
}
