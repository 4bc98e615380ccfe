/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.plugin;

import dev.tendon.plugins.Change;
import dev.tendon.plugins.Follower;
import dev.tendon.plugins.HostReport;
import dev.tendon.plugins.InstallOptions;
import dev.tendon.plugins.PluginInfo;
import dev.tendon.plugins.PluginStore;
import dev.tendon.plugins.Plugins;
import dev.tendon.plugins.TrialBody;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A store that notes what it is asked, and answers what the test says. */
public final class FakePlugins implements Plugins, PluginStore {
    public final List<String> asked = new ArrayList<>();
    public final List<PluginInfo> list = new ArrayList<>();
    public final List<HostReport> hosts = new ArrayList<>();
    public Change change = new Change(8, List.of(), List.of());
    public boolean unreadable;

    /** What the running host is told while it follows. */
    public String announces = "";

    @Override
    public PluginStore store(Path home) throws IOException {
        if (unreadable) {
            throw new IOException(home + " is no folder");
        }
        asked.add("store " + home);
        return this;
    }

    @Override
    public PluginStore store() throws IOException {
        return store(Path.of("home"));
    }

    @Override
    public <T> T inTrial(List<Path> jarsOrFolders, Duration limit, TrialBody<T> body) {
        throw new UnsupportedOperationException("no framework here");
    }

    @Override
    public Follower follow(PluginStore store, String hostName, Consumer<String> announce) {
        asked.add("follow " + hostName);
        if (!announces.isEmpty()) {
            announce.accept(announces);
        }
        return new Follower() {
            @Override
            public boolean checkNow() {
                return false;
            }

            @Override
            public HostReport report() {
                return new HostReport(1, hostName, 8, List.of(), List.of());
            }

            @Override
            public void close() {
                asked.add("unfollow " + hostName);
            }
        };
    }

    @Override
    public List<HostReport> hosts(PluginStore store) {
        return hosts;
    }

    private Change change(String what) {
        asked.add(what);
        return change;
    }

    @Override
    public Change install(List<Path> jarsOrFolders, InstallOptions options) {
        return change("install " + jarsOrFolders + " " + options.allowDowngrade()
                + (options.requireSigned() ? " signed" : ""));
    }

    @Override
    public Change update(List<Path> jarsOrFolders, InstallOptions options) {
        return change("update " + jarsOrFolders + " " + options.allowDowngrade());
    }

    @Override
    public Change uninstall(String symbolicName) {
        return change("uninstall " + symbolicName);
    }

    @Override
    public Change enable(String symbolicName) {
        return change("enable " + symbolicName);
    }

    @Override
    public Change disable(String symbolicName) {
        return change("disable " + symbolicName);
    }

    @Override
    public List<PluginInfo> list() {
        return list;
    }

    @Override
    public long generation() {
        return 8;
    }

    @Override
    public List<HostReport> awaitHosts(Duration limit) {
        asked.add("await hosts");
        return hosts;
    }
}
