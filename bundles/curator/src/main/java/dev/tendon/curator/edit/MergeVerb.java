/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.curator.edit;

import dev.tendon.curator.DatasetOptions;
import dev.tendon.dataset.tool.Edit;
import dev.tendon.dataset.tool.Edits;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon dataset merge}. */
@Component(service = Verb.class)
@VerbName("dataset merge")
@VerbGroup("Datasets")
public final class MergeVerb extends EditVerb<MergeOptions> {
    @Activate
    public MergeVerb(@Reference Video video) {
        super(video);
    }

    @Override
    Edit edit(MergeOptions options) throws IOException {
        List<Path> folders = new ArrayList<>();
        if (options.dataset().isGiven()) {
            folders.add(options.dataset().open(Optional.empty()));
        }
        for (Path folder : options.folders()) {
            folders.add(DatasetOptions.at(folder).open(Optional.empty()));
        }
        return Edits.merge(folders);
    }

    @Override
    Target target(MergeOptions options) {
        return new Target(Optional.of(options.output()), options.dryRun());
    }
}
