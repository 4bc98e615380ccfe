/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.plugin;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Describe;
import dev.tendon.config.Positional;
import dev.tendon.plugins.repository.Repositories;
import dev.tendon.plugins.repository.Repositories.Indexed;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.shell.internal.plugin.IndexVerb.IndexOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon plugins index}. */
@Component
@VerbName("plugins index")
@VerbGroup("Plugins")
public final class IndexVerb implements Verb<IndexOptions> {
    private final Repositories repositories;

    /** What to index. */
    @Describe("Write the index of a folder of jars, which makes it a repository")
    public record IndexOptions(
            @Positional("DIR") @Describe("The folder; jars in it and below") Path folder,
            @Describe("Name of the repository; without it the folder's") Optional<String> name) {
        public IndexOptions {
            if (!Files.isDirectory(folder)) {
                throw new ConfigException("There is no folder " + folder);
            }
        }
    }

    @Activate
    public IndexVerb(@Reference Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public int run(IndexOptions options, Console console) throws IOException {
        Path folder = options.folder().toAbsolutePath().normalize();
        Indexed indexed = repositories.index(folder, options.name().orElse(String.valueOf(folder.getFileName())));
        indexed.skipped().forEach(console::err);
        console.out(indexed.bundles() + " bundles in " + indexed.file());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("index", indexed.file().toString());
        json.put("bundles", indexed.bundles());
        json.put("skipped", indexed.skipped());
        console.json(json);
        return DONE;
    }
}
