/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.plugin;

import dev.tendon.api.option.ConfigException;
import dev.tendon.plugins.Change;
import dev.tendon.plugins.PluginException;
import dev.tendon.plugins.PluginStore;
import dev.tendon.plugins.Plugins;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.internal.host.Host;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A verb that changes the plugin store once and tells what came of it. */
abstract class ChangeVerb<O extends Record> implements Verb<O> {
    private final Plugins plugins;
    private final Host host;

    ChangeVerb(Plugins plugins, Host host) {
        this.plugins = plugins;
        this.host = host;
    }

    abstract Change change(PluginStore store, O options) throws PluginException, IOException, InterruptedException;

    @Override
    public final int run(O options, Console console) throws PluginException, IOException, InterruptedException {
        PluginStore store = plugins.store(host.home());
        StoreChanges.report(store, change(store, options), console);
        return DONE;
    }

    static List<Path> atLeastOne(List<Path> files) {
        if (files.isEmpty()) {
            throw new ConfigException("Which files? Name jar files, or folders of jars");
        }
        return List.copyOf(files);
    }
}
