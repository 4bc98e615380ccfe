/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.curator.edit;

import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon dataset split}. */
@Component(service = Verb.class)
@VerbName("dataset split")
@VerbGroup("Datasets")
public final class SplitVerb implements Verb<SplitOptions> {
    private final Video video;

    @Activate
    public SplitVerb(@Reference Video video) {
        this.video = video;
    }

    @Override
    public int run(SplitOptions options, Console console) throws IOException, InterruptedException {
        Path root = options.dataset().open(options.folder()).toAbsolutePath().normalize();
        Splits.apply(
                Splits.plan(root, options.splits()),
                name -> options.output()
                        .map(output -> output.resolve(name))
                        .orElseGet(() -> root.resolveSibling(root.getFileName() + "_" + name)),
                options.dryRun(),
                video,
                console);
        return DONE;
    }
}
