/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.curator.look;

import dev.tendon.curator.Words;
import dev.tendon.dataset.tool.Validation;
import dev.tendon.dataset.tool.Validator;
import dev.tendon.shell.Console;
import dev.tendon.shell.Live;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon dataset validate}. */
@Component(service = Verb.class)
@VerbName("dataset validate")
@VerbGroup("Datasets")
public final class ValidateVerb implements Verb<ValidateOptions> {
    private final Video video;

    @Activate
    public ValidateVerb(@Reference Video video) {
        this.video = video;
    }

    @Override
    public int run(ValidateOptions options, Console console) throws IOException, InterruptedException {
        Path root = options.dataset().open(options.folder());
        Validator validator = Validator.of(root).videos(video);
        if (options.quick()) {
            validator.quick();
        }
        Validation result;
        try (Live live = console.live()) {
            result = validator.run(live::progress);
        }
        tell(result, console);
        console.json(json(result));
        return result.valid() ? DONE : DATA;
    }

    private static void tell(Validation result, Console console) {
        result.findings().forEach(finding -> console.out(Words.line(finding)));
        if (result.unlisted() > 0) {
            console.out("… and " + result.unlisted() + " more");
        }
        String looked =
                Words.count(result.rows(), "frame") + " looked at" + (result.quick() ? ", nothing decoded" : "");
        console.out(
                result.errors() + result.warnings() == 0
                        ? "Valid: " + looked
                        : (result.valid() ? "Valid, with " : "Not valid: ")
                                + (result.valid() ? "" : Words.count(result.errors(), "error") + " and ")
                                + Words.count(result.warnings(), "warning") + "; " + looked);
    }

    private static Map<String, Object> json(Validation result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("root", result.root().toString());
        json.put("valid", result.valid());
        json.put("quick", result.quick());
        json.put("frames", result.rows());
        json.put("errors", result.errors());
        json.put("warnings", result.warnings());
        json.put("findings", result.findings().stream().map(Words::json).toList());
        return json;
    }
}
