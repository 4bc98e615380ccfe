/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.plugin;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Describe;
import dev.tendon.config.Positional;
import dev.tendon.plugins.PluginException;
import dev.tendon.plugins.repository.Repositories;
import dev.tendon.plugins.repository.Repositories.Repository;
import dev.tendon.shell.Columns;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.shell.internal.plugin.RepositoriesVerb.RepositoriesOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon plugins repositories add|list|remove}. */
@Component
@VerbName("plugins repositories")
@VerbGroup("Plugins")
public final class RepositoriesVerb implements Verb<RepositoriesOptions> {
    private final Repositories repositories;

    /** What to do. */
    @Describe("List, add or remove the repositories that plugins come from")
    public record RepositoriesOptions(
            @Positional("list|add|remove")
                    @Describe(
                            "What to do: list, add NAME URL [MIRROR…] or remove NAME; URLs are of an index or its folder")
                    List<String> words) {
        private static final int ADD = 3;

        public RepositoriesOptions {
            words = words.isEmpty() ? List.of("list") : List.copyOf(words);
            boolean good =
                    switch (words.get(0)) {
                        case "list" -> words.size() == 1;
                        case "add" -> words.size() >= ADD;
                        case "remove" -> words.size() == 2;
                        default -> false;
                    };
            if (!good) {
                throw new ConfigException("\"" + String.join(" ", words)
                        + "\" is not understood: list, add NAME URL [MIRROR…], or remove NAME");
            }
        }
    }

    @Activate
    public RepositoriesVerb(@Reference Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public int run(RepositoriesOptions options, Console console) throws PluginException, IOException {
        List<String> words = options.words();
        int code = DONE;
        switch (words.get(0)) {
            case "add" -> {
                Repository added = repositories.add(words.get(1), words.subList(2, words.size()));
                console.out(added.name() + ": " + String.join(", then ", added.urls()));
            }
            case "remove" -> {
                boolean there = repositories.remove(words.get(1));
                console.out(there ? words.get(1) + " removed" : "There is no repository " + words.get(1));
                code = there ? DONE : FAILED;
            }
            default -> list(console);
        }
        console.json(Map.of(
                "repositories",
                repositories.list().stream()
                        .map(repository -> Map.of("name", repository.name(), "urls", repository.urls()))
                        .toList()));
        return code;
    }

    private void list(Console console) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("REPOSITORY", "INDEX, AND ITS MIRRORS"));
        repositories
                .list()
                .forEach(repository -> rows.add(List.of(repository.name(), String.join(" ", repository.urls()))));
        Columns.of(rows).forEach(console::out);
    }
}
