/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import dev.tendon.config.CommandLine;
import dev.tendon.config.Json;
import dev.tendon.plugins.Change;
import dev.tendon.plugins.HostReport;
import dev.tendon.shell.internal.FakeCatalog;
import dev.tendon.shell.internal.FakeConsole;
import dev.tendon.shell.internal.host.FakeHost;
import dev.tendon.shell.internal.host.Host;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeVerbsTest {
    private final FakePlugins plugins = new FakePlugins();
    private final Host host = new FakeHost();
    private final FakeConsole console = new FakeConsole();

    private static <O extends Record> O options(Class<O> type, String... args) {
        return new CommandLine(new FakeCatalog()).parse(type, List.of(args)).options();
    }

    private int install(String... args) throws Exception {
        return new InstallVerb(plugins, new FakeRepositories(), host).run(options(PluginFiles.class, args), console);
    }

    private static Change updated() {
        return new Change(
                8, List.of(new Change.Item(Change.Action.UPDATED, "com.example.arm", "1.0.0", "1.1.0", "")), List.of());
    }

    @Test
    void installsIntoTheStoreOfThisHostsHome() throws Exception {
        assertThat(install("a.jar", "jars/folder")).isZero();
        assertThat(plugins.asked).containsExactly("store home", "install [a.jar, jars/folder] false");
    }

    @Test
    void takesLowerVersionsOnlyWhenAsked() throws Exception {
        install("a.jar", "--allow_downgrade=true");

        assertThat(plugins.asked).contains("install [a.jar] true");
    }

    @Test
    void updatesUninstallsEnablesAndDisables() throws Exception {
        new UpdateVerb(plugins, host).run(new PluginUpdates(List.of(Path.of("a.jar")), false, false), console);
        new UninstallVerb(plugins, host).run(options(UninstallOptions.class, "com.example.a"), console);
        new EnableVerb(plugins, host).run(options(EnableOptions.class, "com.example.b"), console);
        new DisableVerb(plugins, host).run(options(DisableOptions.class, "com.example.c"), console);

        assertThat(plugins.asked.stream().filter(line -> !line.startsWith("store")))
                .containsExactly(
                        "update [a.jar] false",
                        "uninstall com.example.a",
                        "enable com.example.b",
                        "disable com.example.c");
    }

    @Test
    void asksWhichFilesWhereNoneIsNamed() {
        assertThatThrownBy(() -> install()).isInstanceOf(ConfigException.class).hasMessageContaining("Which files?");
        assertThatThrownBy(() -> options(PluginUpdates.class)).isInstanceOf(ConfigException.class);
    }

    @Test
    void asksForTheNameThatIsMissing() {
        assertThatThrownBy(() -> options(DisableOptions.class))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("symbolic name");
    }

    @Test
    void saysThatNothingChangedAndWaitsForNoHost() throws Exception {
        install("a.jar");

        assertThat(console.out).containsExactly("Nothing changed");
        assertThat(plugins.asked).doesNotContain("await hosts");
    }

    @Test
    void repeatsWhatRunningHostsSaid() throws Exception {
        plugins.change = updated();
        plugins.hosts.add(new HostReport(4711, "replay", 8, List.of("com.example.arm: exchanged"), List.of()));
        install("a.jar");

        assertThat(console.out)
                .containsExactly(
                        "com.example.arm 1.0.0 → 1.1.0 updated", "replay (pid 4711): com.example.arm: exchanged");
    }

    @Test
    void saysWhichHostHasNotAnswered() throws Exception {
        plugins.change = updated();
        plugins.hosts.add(new HostReport(4711, "replay", 7, List.of(), List.of()));
        install("a.jar");

        assertThat(console.out)
                .last()
                .asString()
                .startsWith("replay (pid 4711) has not answered yet")
                .contains("tendon plugins list");
    }

    @Test
    void givesTheChangeAsData() throws Exception {
        plugins.change = updated();
        plugins.hosts.add(new HostReport(
                4711,
                "replay",
                8,
                List.of("kept"),
                List.of(new HostReport.Difference("com.example.arm", "1.1.0", "1.0.0", "busy"))));
        install("a.jar");

        assertThat(Json.line(console.result()))
                .isEqualTo("{\"generation\":8,\"items\":[{\"action\":\"updated\",\"symbolic_name\":\"com.example.arm\","
                        + "\"from\":\"1.0.0\",\"to\":\"1.1.0\",\"next_start\":\"\"}],\"notes\":[],"
                        + "\"hosts\":[{\"pid\":4711,\"host\":\"replay\",\"generation\":8,\"said\":[\"kept\"],"
                        + "\"differences\":[{\"symbolic_name\":\"com.example.arm\",\"wanted\":\"1.1.0\","
                        + "\"running\":\"1.0.0\",\"why\":\"busy\"}]}]}");
    }
}
