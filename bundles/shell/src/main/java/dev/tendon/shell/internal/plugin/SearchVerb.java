/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.plugin;

import dev.tendon.api.option.Describe;
import dev.tendon.config.Positional;
import dev.tendon.plugins.PluginException;
import dev.tendon.plugins.repository.Repositories;
import dev.tendon.plugins.repository.Repositories.Answer;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.shell.internal.plugin.SearchVerb.SearchOptions;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon plugins search}. */
@Component
@VerbName("plugins search")
@VerbGroup("Plugins")
public final class SearchVerb implements Verb<SearchOptions> {
    private final Repositories repositories;

    /** What to look for. */
    @Describe("Look for plugins in the repositories")
    public record SearchOptions(
            @Positional("WORD") @Describe("Words in the name, the description or the choices; none: everything")
                    List<String> words,
            @Describe("Only this repository: a configured one, or a URL or path of an index")
                    Optional<String> repository) {}

    @Activate
    public SearchVerb(@Reference Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public int run(SearchOptions options, Console console) throws PluginException, IOException, InterruptedException {
        Answer answer = repositories.search(options.words(), options.repository());
        answer.notes().forEach(console::err);
        if (answer.bundles().isEmpty()) {
            console.out("Nothing found");
        } else {
            FoundBundles.table(answer).forEach(console::out);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("bundles", FoundBundles.json(answer));
        json.put("notes", answer.notes());
        console.json(json);
        return answer.bundles().isEmpty() ? FAILED : DONE;
    }
}
