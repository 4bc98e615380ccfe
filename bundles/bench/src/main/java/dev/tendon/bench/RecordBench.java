/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.recorder.Recordings;
import dev.tendon.runtime.Sessions;
import dev.tendon.shell.Console;
import dev.tendon.shell.Live;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code tendon bench record}: the same teleoperation, over wires that take their time, with cameras, once alone and once recorded, one
 * episode after the other without a pause.
 */
@Component(service = Verb.class)
@VerbName("bench record")
@VerbGroup("Measuring")
public final class RecordBench implements Verb<RecordOptions> {
    private static final Duration WARM_UP = Duration.ofSeconds(3);

    private final Rig rig;
    private final Recordings recordings;
    private final Clock clock = new SystemClock();

    @Activate
    public RecordBench(@Reference Sessions sessions, @Reference Recordings recordings) {
        rig = new Rig(sessions);
        this.recordings = recordings;
    }

    @Override
    public int run(RecordOptions options, Console console) throws Exception {
        Path scratch = Files.createTempDirectory("tendon-bench-record");
        try {
            RecordRun run = new RecordRun(rig, recordings, clock, console, options);
            Duration length = Duration.ofNanos(Math.round(options.episodeTimeS() * 1e9));
            RecordRun.Part alone;
            RecordRun.Part recorded;
            try (Live live = console.live()) {
                live.progress("Warming up", 0, 3);
                run.recorded(
                        scratch.resolve("warm"), 1, WARM_UP); // classes are loaded and compiled before the first figure
                live.progress("Alone", 1, 3);
                alone = run.alone(length);
                live.progress("Recorded", 2, 3);
                recorded = run.recorded(options.root().orElse(scratch.resolve("dataset")), options.episodes(), length);
            }
            RecordFigures figures = new RecordFigures(options, alone, recorded);
            console.json(figures.json());
            figures.lines().forEach(console::out);
            return DONE;
        } finally {
            delete(scratch);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> paths = Files.walk(folder)) {
            all = paths.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
