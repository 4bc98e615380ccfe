/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.launcher.samples.VerbActivator;
import dev.tendon.plugins.store.BundleVersion;
import dev.tendon.plugins.store.DurableFiles;
import dev.tendon.plugins.store.Generation;
import dev.tendon.plugins.store.Generations;
import dev.tendon.plugins.store.StoreLayout;
import dev.tendon.shell.internal.HelpMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes over a distribution of two tiny bundles, in a folder whose name needs escaping in a URL. */
class LaunchTest {
    private static final String SHELL_IMPORTS = "org.osgi.framework,org.slf4j;version=\"[2.0,3)\"";

    @TempDir
    private Path temporary;

    private Path folder;
    private Path home;

    @BeforeEach
    void makeADistribution() throws IOException {
        folder = temporary.resolve("my tendon+1");
        home = temporary.resolve("my home");
        SampleBundle.write(
                bundles().resolve("shell.jar"),
                "sample.shell",
                "1.0.0",
                Map.of("Bundle-Activator", VerbActivator.class.getName(), "Import-Package", SHELL_IMPORTS),
                VerbActivator.class,
                HelpMain.class);
        SampleBundle.write(bundles().resolve("arm.jar"), "sample.arm", "1.0.0", Map.of());
        SampleBundle.write(bundles().resolve("lazy.jar"), "sample.lazy", "1.0.0", Map.of());
        Files.writeString(folder.resolve("distribution.properties"), "tendon.on_demand=sample.lazy,sample.other\n");
    }

    private Path bundles() {
        return folder.resolve("bundles");
    }

    private record Ended(int exitCode, String out, String err) {}

    private Process launch(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "-Dtendon.distribution=" + folder,
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("TENDON_HOME", home.toString());
        builder.redirectError(temporary.resolve("err").toFile());
        return builder.start();
    }

    private Ended end(Process process, String outSoFar) throws IOException, InterruptedException {
        String out = outSoFar + new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), out, Files.readString(temporary.resolve("err")));
    }

    private Ended run(String... arguments) throws IOException, InterruptedException {
        return end(launch(arguments), "");
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    @Test
    void aVerbRunsInTheMainThreadAndItsResultIsTheExitCode() throws Exception {
        Ended ended = run("echo", "a b", "--help_me");
        assertThat(ended.out()).startsWith("echo a b --help_me in main").contains("stopped");
        assertThat(ended.err()).contains("logged").doesNotContain("tendon:");
        assertThat(ended.exitCode()).isEqualTo(7);
        assertThat(home.resolve("cache")).isEmptyDirectory();
    }

    @Test
    void theVersionNeedsNothing() throws Exception {
        Files.delete(bundles().resolve("shell.jar"));
        assertThat(run("--version").out()).isEqualTo("tendon " + Distribution.version() + System.lineSeparator());
        assertThat(run("replay", "--version").out()).startsWith("tendon 0.");
    }

    @Test
    void helpIsAnsweredWithoutAFramework() throws Exception {
        for (String[] arguments :
                List.of(new String[] {"echo", "--help"}, new String[] {"-h"}, new String[] {"help", "x"})) {
            Ended ended = run(arguments);
            assertThat(ended.out())
                    .isEqualToIgnoringNewLines("help for " + List.of(arguments)
                            + " from [arm.jar, lazy.jar, shell.jar] by URLClassLoader");
            assertThat(ended.exitCode()).isZero();
        }
        assertThat(run("echo", "--", "--help").out()).startsWith("echo -- --help in main");
    }

    @Test
    void noVerbIsAMistakeThatIsAnsweredWithHelp() throws Exception {
        Ended ended = run();
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("help for []");
        assertThat(ended.exitCode()).isEqualTo(2);
    }

    @Test
    void whatAVerbThrowsIsTold() throws Exception {
        Ended ended = run("throw");
        assertThat(ended.err())
                .contains("tendon: internal error", "the arm fell off")
                .doesNotContain("\tat ");
        assertThat(ended.out()).contains("stopped");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(run("throw", "--debug").err()).contains("\tat ");
    }

    @Test
    void aSignalInterruptsTheVerbAndGivesTheExitCode() throws Exception {
        for (Map.Entry<String, Integer> signal :
                Map.of("INT", 130, "TERM", 143, "HUP", 129).entrySet()) {
            Process process = launch("wait");
            String first = firstLine(process);
            signal(process, signal.getKey());
            Ended ended = end(process, first);
            assertThat(ended.out()).contains("ended safe", "stopped");
            assertThat(ended.exitCode()).isEqualTo(signal.getValue());
        }
    }

    @Test
    void theThirdSignalEndsAVerbThatDoesNotObey() throws Exception {
        Process process = launch("hang");
        String first = firstLine(process);
        for (int i = 0; i < 200 && process.isAlive(); i++) {
            signal(process, "INT");
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        Ended ended = end(process, first);
        assertThat(ended.err()).containsOnlyOnce("still stopping safely");
        assertThat(ended.exitCode()).isEqualTo(130);
    }

    private static String firstLine(Process process) throws IOException {
        StringBuilder line = new StringBuilder();
        int character;
        while ((character = process.getInputStream().read()) > 0 && character != '\n') {
            line.append((char) character);
        }
        return line.append('\n').toString();
    }

    @Test
    void onDemandBundlesAreInstalledButNotStarted() throws Exception {
        assertThat(run("bundles").out())
                .contains("sample.arm 1.0.0 32", "sample.lazy 1.0.0 4")
                .contains("generation 0, version 0.");
    }

    @Test
    void pluginsOverlayTheDistribution() throws Exception {
        store(Map.of("sample.arm", "1.1.0", "sample.new", "2.0.0"), Map.of());
        Ended ended = run("bundles");
        assertThat(ended.out())
                .contains("sample.arm 1.1.0 32", "sample.new 2.0.0 32", "generation 1")
                .doesNotContain("sample.arm 1.0.0");
        assertThat(home.resolve("plugins/hosts")).isEmptyDirectory();
        assertThat(run("--help").out()).contains("shell.jar").doesNotContain("arm.jar");
    }

    @Test
    void aPluginThatNoLongerResolvesIsNamedAndTheDistributionsVersionRuns() throws Exception {
        store(Map.of("sample.arm", "1.1.0"), Map.of("Import-Package", "gone.api;version=\"[1,2)\""));
        Ended ended = run("bundles");
        assertThat(ended.err())
                .contains("Plugin sample.arm 1.1.0 is not used: it needs the package gone.api in version [1.0.0,2.0.0)")
                .contains("tendon plugins uninstall sample.arm");
        assertThat(ended.out()).contains("sample.arm 1.0.0 32").containsPattern("unresolved [0-9a-f]{64} it needs");
    }

    @Test
    void aDamagedStoreIsNamedAndTheDistributionRunsAlone() throws Exception {
        Files.createDirectories(home.resolve("plugins"));
        Files.writeString(home.resolve("plugins/current"), "seven");
        Ended ended = run("echo");
        assertThat(ended.err()).contains("The plugin store is damaged");
        assertThat(ended.exitCode()).isEqualTo(7);
    }

    private void store(Map<String, String> versions, Map<String, String> headers) throws IOException {
        StoreLayout layout = StoreLayout.of(home);
        List<Generation.Plugin> plugins = new ArrayList<>();
        for (Map.Entry<String, String> entry : versions.entrySet()) {
            Path jar = SampleBundle.write(
                    temporary.resolve(entry.getKey() + ".jar"), entry.getKey(), entry.getValue(), headers);
            String sha256 = DurableFiles.sha256(jar);
            Files.createDirectories(layout.jars());
            Files.copy(jar, layout.jar(sha256));
            plugins.add(new Generation.Plugin(
                    entry.getKey(), BundleVersion.parse(entry.getValue()), sha256, false, "x.jar"));
        }
        new Generations(layout, new DurableFiles()).commit(new Generation(1, plugins, new TreeSet<>()));
    }
}
