/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.curator.edit;

import dev.tendon.curator.Words;
import dev.tendon.dataset.store.DatasetStore;
import dev.tendon.dataset.store.JournaledTail;
import dev.tendon.dataset.store.LocalFiles;
import dev.tendon.dataset.store.Repair;
import dev.tendon.dataset.store.RepairReport;
import dev.tendon.dataset.tool.Edit;
import dev.tendon.dataset.tool.SideRecording;
import dev.tendon.shell.Console;
import dev.tendon.shell.Live;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon dataset repair}. */
@Component(service = Verb.class)
@VerbName("dataset repair")
@VerbGroup("Datasets")
public final class RepairVerb implements Verb<RepairOptions> {
    private final Video video;

    @Activate
    public RepairVerb(@Reference Video video) {
        this.video = video;
    }

    @Override
    public int run(RepairOptions options, Console console) throws IOException, InterruptedException {
        Path root = options.dataset().folder(options.folder());
        joined(options, SideRecording.of(root), console);
        RepairReport report;
        List<Integer> journaled;
        try (Live live = console.live()) {
            report = repair(options, root, live);
            journaled = Repair.journaled(video, root);
            recover(options, root, journaled);
        }
        tell(options, root, report, console);
        journaled.forEach(frames -> console.out(journaled(options, frames)));
        Map<String, Object> json = json(options, root, report);
        json.put("journaled_frames", journaled);
        json.put("recover", options.recover().name().toLowerCase(Locale.ROOT));
        console.json(json);
        return DONE;
    }

    /** Lets episodes that were recorded for a v2.1 dataset join it, where that was interrupted. */
    private void joined(RepairOptions options, SideRecording side, Console console)
            throws IOException, InterruptedException {
        if (!inPlace(options)) {
            return;
        }
        side.recover();
        if (!side.exists()) {
            return;
        }
        try (Live live = console.live()) {
            RepairReport report = repair(options, side.folder(), live);
            recover(options, side.folder(), Repair.journaled(video, side.folder()));
            Optional<Edit.Result> result = report.episodes() > 0 ? side.join(video, live::progress) : Optional.empty();
            console.out(
                    result.isPresent()
                            ? Words.count(report.episodes(), "episode") + " in " + side.folder() + " joined"
                            : "in " + side.folder()
                                    + " an episode is unfinished: give --recover=keep or --recover=drop");
        }
    }

    private static boolean inPlace(RepairOptions options) {
        return !options.dryRun() && options.output().isEmpty();
    }

    /** Saves or forgets the episodes whose recorder died. */
    private void recover(RepairOptions options, Path root, List<Integer> journaled) throws IOException {
        if (journaled.isEmpty() || !inPlace(options) || options.recover() == Journaled.LEAVE) {
            return;
        }
        try (DatasetStore store = DatasetStore.open(new LocalFiles(), video, root)) {
            for (JournaledTail tail : store.tails()) {
                if (options.recover() == Journaled.KEEP) {
                    tail.keep();
                } else {
                    tail.drop();
                }
            }
        }
    }

    private static String journaled(RepairOptions options, int frames) {
        String what = "an episode of " + Words.count(frames, "frame") + " was being recorded when its recorder died: ";
        if (!inPlace(options) || options.recover() == Journaled.LEAVE) {
            return what + "--recover=keep saves it, --recover=drop forgets it, tendon record --resume=true asks";
        }
        return what + (options.recover() == Journaled.KEEP ? "saved, as one more episode" : "forgotten");
    }

    private RepairReport repair(RepairOptions options, Path root, Live live) throws IOException {
        if (options.dryRun()) {
            return Repair.inspect(video, root, live::progress);
        }
        return options.output().isPresent()
                ? Repair.into(new LocalFiles(), video, root, options.output().get(), live::progress)
                : Repair.inPlace(new LocalFiles(), video, root, live::progress);
    }

    private static void tell(RepairOptions options, Path root, RepairReport report, Console console) {
        report.dropped().forEach(dropped -> console.out("dropped: episode " + dropped.index() + ": " + dropped.why()));
        report.mended().forEach(mended -> console.out("mended: " + mended));
        Path result = options.dryRun() ? root : options.output().orElse(root);
        console.out(result + (options.dryRun() ? " would have " : " has ") + Words.count(report.episodes(), "episode")
                + " ("
                + Words.count(report.frames(), "frame") + ")"
                + (report.needed() ? "" : "; nothing is wrong")
                + (report.needed() && !options.dryRun() && options.output().isEmpty()
                        ? "; the old one is in " + root + "_old"
                        : ""));
    }

    private static Map<String, Object> json(RepairOptions options, Path root, RepairReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("root", options.output().orElse(root).toString());
        json.put("dry_run", options.dryRun());
        json.put("needed", report.needed());
        json.put("episodes", report.episodes());
        json.put("frames", report.frames());
        json.put(
                "dropped",
                report.dropped().stream()
                        .map(dropped -> Map.of("episode", dropped.index(), "why", dropped.why()))
                        .toList());
        json.put("mended", report.mended());
        return json;
    }
}
