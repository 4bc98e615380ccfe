/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.curator.edit;

import dev.tendon.dataset.tool.Edits;
import dev.tendon.dataset.tool.Values;
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

/** {@code tendon dataset add-feature}. */
@Component(service = Verb.class)
@VerbName("dataset add-feature")
@VerbGroup("Datasets")
public final class AddFeatureVerb implements Verb<AddFeatureOptions> {
    private final Video video;

    @Activate
    public AddFeatureVerb(@Reference Video video) {
        this.video = video;
    }

    @Override
    public int run(AddFeatureOptions options, Console console) throws IOException, InterruptedException {
        Path root = options.dataset().open(options.folder());
        try (Values values = options.open()) {
            EditVerb.apply(
                    Edits.addFeature(root, options.feature(values), values),
                    new Target(options.output(), options.dryRun()),
                    video,
                    console);
        }
        return DONE;
    }
}
