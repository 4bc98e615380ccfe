/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.curator.edit;

import dev.tendon.dataset.tool.Edit;
import dev.tendon.dataset.tool.Edits;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon dataset remove-feature}. */
@Component(service = Verb.class)
@VerbName("dataset remove-feature")
@VerbGroup("Datasets")
public final class RemoveFeatureVerb extends EditVerb<RemoveFeatureOptions> {
    @Activate
    public RemoveFeatureVerb(@Reference Video video) {
        super(video);
    }

    @Override
    Edit edit(RemoveFeatureOptions options) throws IOException {
        Path root = options.dataset().open(options.folder());
        return Edits.removeFeatures(root, Names.of(options.names()));
    }

    @Override
    Target target(RemoveFeatureOptions options) {
        return new Target(options.output(), options.dryRun());
    }
}
