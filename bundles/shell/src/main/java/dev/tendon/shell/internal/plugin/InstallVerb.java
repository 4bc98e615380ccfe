/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.plugin;

import dev.tendon.plugins.Change;
import dev.tendon.plugins.InstallOptions;
import dev.tendon.plugins.PluginException;
import dev.tendon.plugins.PluginStore;
import dev.tendon.plugins.Plugins;
import dev.tendon.plugins.repository.Repositories;
import dev.tendon.plugins.repository.Repositories.Answer;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.shell.internal.host.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon plugins install}. */
@Component(service = Verb.class)
@VerbName("plugins install")
@VerbGroup("Plugins")
public final class InstallVerb implements Verb<PluginFiles> {
    private final Plugins plugins;
    private final Repositories repositories;
    private final Host host;

    @Activate
    public InstallVerb(@Reference Plugins plugins, @Reference Repositories repositories, @Reference Host host) {
        this.plugins = plugins;
        this.repositories = repositories;
        this.host = host;
    }

    @Override
    public int run(PluginFiles options, Console console) throws PluginException, IOException, InterruptedException {
        List<Path> files = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String given : options.files()) {
            if (isFile(given)) {
                files.add(Path.of(given));
            } else {
                names.add(given);
            }
        }
        PluginStore store = plugins.store(host.home());
        Optional<Answer> plan = Optional.empty();
        if (!names.isEmpty()) {
            Answer found = repositories.plan(names, options.repository());
            found.notes().forEach(console::err);
            FoundBundles.plan(found).forEach(console::out);
            files.addAll(repositories.download(found, options.repository(), console::err));
            plan = Optional.of(found);
        }
        Change change = store.install(files, new InstallOptions(options.allowDowngrade(), options.requireSigned()));
        StoreChanges.report(store, change, plan, console);
        return DONE;
    }

    /** What looks like a path is one, whether or not it is there; a name in a repository never does. */
    private static boolean isFile(String given) {
        return given.endsWith(".jar") || given.contains("/") || given.contains("\\") || Files.exists(Path.of(given));
    }
}
