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
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon dataset encode}. */
@Component(service = Verb.class)
@VerbName("dataset encode")
@VerbGroup("Datasets")
public final class EncodeVerb extends EditVerb<EncodeOptions> {
    private final Video video;

    @Activate
    public EncodeVerb(@Reference Video video) {
        super(video);
        this.video = video;
    }

    @Override
    Edit edit(EncodeOptions options) throws IOException {
        return Edits.encode(
                options.dataset().open(options.folder()),
                options.names().map(Names::of).orElse(List.of()),
                Edits.Encode.ALL,
                video.resolve(options.rgbEncoder()));
    }

    @Override
    Target target(EncodeOptions options) {
        return new Target(options.output(), options.dryRun());
    }
}
