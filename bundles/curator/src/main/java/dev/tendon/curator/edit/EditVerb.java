/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.curator.edit;

import dev.tendon.curator.Words;
import dev.tendon.dataset.tool.Edit;
import dev.tendon.shell.Console;
import dev.tendon.shell.Live;
import dev.tendon.shell.Verb;
import dev.tendon.video.Video;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A verb that makes one dataset, in place or elsewhere. */
abstract class EditVerb<O extends Record> implements Verb<O> {
    private final Video video;

    EditVerb(Video video) {
        this.video = video;
    }

    /** What is to be done, looked at and found possible. */
    abstract Edit edit(O options) throws IOException;

    abstract Target target(O options);

    @Override
    public int run(O options, Console console) throws IOException, InterruptedException {
        apply(edit(options), target(options), video, console);
        return DONE;
    }

    /** Does it, or says what it would do. */
    static void apply(Edit edit, Target target, Video video, Console console) throws IOException, InterruptedException {
        edit.changes().forEach(console::err);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("changes", edit.changes());
        json.put("dry_run", target.dryRun());
        if (target.dryRun()) {
            json.put("episodes", edit.episodes());
            json.put("frames", edit.frames());
            console.out("The result would have " + Words.count(edit.episodes(), "episode") + " ("
                    + Words.count(edit.frames(), "frame") + "). Nothing was changed");
        } else {
            json.putAll(tell(run(edit, target, video, console), console));
        }
        console.json(json);
    }

    static Edit.Result run(Edit edit, Target target, Video video, Console console)
            throws IOException, InterruptedException {
        try (Live live = console.live()) {
            return target.apply(edit, video, live::progress);
        }
    }

    /** Says what was made; returns it for JSON. */
    static Map<String, Object> tell(Edit.Result result, Console console) {
        List<String> words = new ArrayList<>();
        words.add(result.root() + " has " + Words.count(result.episodes(), "episode") + " ("
                + Words.count(result.frames(), "frame") + ", " + Words.bytes(result.bytes()) + ")");
        result.old().ifPresent(old -> words.add("the old one is in " + old));
        console.out(String.join("; ", words));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("root", result.root().toString());
        json.put("episodes", result.episodes());
        json.put("frames", result.frames());
        json.put("bytes", result.bytes());
        json.put("old_root", result.old().map(Object::toString).orElse(null));
        return json;
    }
}
