/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import dev.tendon.config.CommandLine;
import dev.tendon.shell.internal.FakeCatalog;
import dev.tendon.shell.internal.FakeConsole;
import dev.tendon.shell.internal.host.FakeHost;
import dev.tendon.shell.internal.plugin.RepositoriesVerb.RepositoriesOptions;
import dev.tendon.shell.internal.plugin.SearchVerb.SearchOptions;
import dev.tendon.shell.internal.plugin.TrustVerb.TrustOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepositoryVerbsTest {
    private final FakePlugins plugins = new FakePlugins();
    private final FakeRepositories repositories = new FakeRepositories();
    private final FakeConsole console = new FakeConsole();

    private static <O extends Record> O options(Class<O> type, String... args) {
        return new CommandLine(new FakeCatalog()).parse(type, List.of(args)).options();
    }

    @Test
    void anInstallFromARepositoryShowsItsPlanAndInstallsAllOfIt() throws Exception {
        int code = new InstallVerb(plugins, repositories, new FakeHost())
                .run(options(PluginFiles.class, "acme.arm", "--require_signed=true"), console);
        assertThat(code).isZero();
        assertThat(String.join("\n", console.out))
                .containsSubsequence("To be installed:", "acme.arm", "asked for", "acme.bus", "acme.arm needs it");
        assertThat(plugins.asked).contains("install [kept/arm.jar, kept/bus.jar] false signed");
        assertThat(console.result()).containsKey("plan");
    }

    @Test
    void whatLooksLikeAFileIsNotLookedForInRepositories() throws Exception {
        new InstallVerb(plugins, repositories, new FakeHost())
                .run(options(PluginFiles.class, "no/such", "arm.jar"), console);
        assertThat(plugins.asked).contains("install [no/such, arm.jar] false");
    }

    @Test
    void searchShowsWhatThereIs() throws Exception {
        assertThat(new SearchVerb(repositories).run(options(SearchOptions.class, "arm"), console))
                .isZero();
        assertThat(String.join("\n", console.out)).contains("acme.arm", "1.5 kB", "robot acme_arm", "The arm");
    }

    @Test
    void repositoriesAreAddedListedAndRemoved() throws Exception {
        RepositoriesVerb verb = new RepositoriesVerb(repositories);
        verb.run(options(RepositoriesOptions.class, "add", "shop", "https://a", "https://b"), console);
        verb.run(options(RepositoriesOptions.class), console);
        assertThat(String.join("\n", console.out)).contains("https://a https://b");
        assertThat(verb.run(options(RepositoriesOptions.class, "remove", "shop"), console))
                .isZero();
        assertThat(verb.run(options(RepositoriesOptions.class, "remove", "shop"), console))
                .isEqualTo(1);
    }

    @Test
    void whatIsNotUnderstoodIsTold() {
        assertThatThrownBy(() -> options(RepositoriesOptions.class, "add", "shop"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("add NAME URL");
        assertThatThrownBy(() -> options(TrustOptions.class, "require", "maybe"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("require true|false");
    }
}
