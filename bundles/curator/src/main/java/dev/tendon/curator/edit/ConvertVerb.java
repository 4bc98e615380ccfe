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

/** {@code tendon dataset convert}. */
@Component(service = Verb.class)
@VerbName("dataset convert")
@VerbGroup("Datasets")
public final class ConvertVerb extends EditVerb<ConvertOptions> {
    @Activate
    public ConvertVerb(@Reference Video video) {
        super(video);
    }

    @Override
    Edit edit(ConvertOptions options) throws IOException {
        Path root = options.dataset().open(options.folder());
        return Edits.convert(root, options.to());
    }

    @Override
    Target target(ConvertOptions options) {
        return new Target(options.output(), options.dryRun());
    }
}
