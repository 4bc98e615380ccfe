/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.curator.edit;

import dev.tendon.curator.Words;
import dev.tendon.dataset.tool.Export;
import dev.tendon.shell.Console;
import dev.tendon.shell.Live;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.video.Video;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon dataset export}. */
@Component(service = Verb.class)
@VerbName("dataset export")
@VerbGroup("Datasets")
public final class ExportVerb implements Verb<ExportOptions> {
    private final Video video;

    @Activate
    public ExportVerb(@Reference Video video) {
        this.video = video;
    }

    @Override
    public int run(ExportOptions options, Console console) throws IOException, InterruptedException {
        Export export = Export.of(
                options.dataset().open(options.folder()),
                options.episodes().map(given -> Numbers.of(given, "episodes")).orElse(List.of()),
                options.features().map(Names::of).orElse(List.of()),
                options.format(),
                options.frames());
        String what = Words.count(export.episodes().size(), "episode");
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("output", options.output().toString());
        json.put("episodes", export.episodes());
        json.put("dry_run", options.dryRun());
        if (options.dryRun()) {
            console.out(options.output() + " would have " + what);
        } else {
            long bytes;
            try (Live live = console.live()) {
                bytes = export.into(options.output(), video, live::progress);
            }
            json.put("bytes", bytes);
            console.out(options.output() + " has " + what + " (" + Words.bytes(bytes) + ")");
        }
        console.json(json);
        return DONE;
    }
}
