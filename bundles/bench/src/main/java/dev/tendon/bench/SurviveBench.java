/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.shell.Console;
import dev.tendon.shell.Live;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code tendon bench survive}: starts recorders, kills each at a random moment, checks what is left, and goes on with it. The kill leaves what
 * the system had already taken; how much a loss of power would have taken is told beside it ({@code unsynced_p95_s}).
 */
@Component(service = Verb.class)
@VerbName("bench survive")
@VerbGroup("Measuring")
public final class SurviveBench implements Verb<SurviveOptions> {
    private final Path distribution;
    private final Video video;
    private final Clock clock = new SystemClock();

    @Activate
    public SurviveBench(BundleContext framework, @Reference Video video) {
        distribution = Path.of(framework.getProperty("tendon.distribution"));
        this.video = video;
    }

    @Override
    public int run(SurviveOptions options, Console console) throws IOException, InterruptedException {
        Path folder = options.folder().isPresent()
                ? Files.createDirectories(options.folder().get())
                : Files.createTempDirectory("tendon-bench-survive");
        SurviveTally tally = new SurviveTally(options);
        long begunNs = clock.nanoTime();
        try (Live live = console.live()) {
            lanes(options, folder, tally, live);
        } finally {
            if (tally.failed() == 0 && options.folder().isEmpty()) {
                delete(folder);
            }
        }
        console.json(tally.json((clock.nanoTime() - begunNs) / 1e9));
        tally.lines().forEach(console::out);
        return tally.failed() == 0 ? DONE : 1;
    }

    private void lanes(SurviveOptions options, Path folder, SurviveTally tally, Live live)
            throws IOException, InterruptedException {
        SurviveProcess.Setting setting =
                new SurviveProcess.Setting(distribution, options.codec(), folder.resolve("home"), clock);
        live.progress("Rehearsing", 0, options.tries());
        Path rehearsal = folder.resolve("rehearsal");
        setting.rehearse(rehearsal);
        delete(rehearsal);
        int parallel = Math.min(options.parallel(), options.tries());
        ExecutorService threads = Executors.newFixedThreadPool(parallel, work -> new Thread(work, "tendon-survive"));
        List<SurviveLane> lanes = new ArrayList<>();
        try {
            ExecutorCompletionService<Integer> running = new ExecutorCompletionService<>(threads);
            for (int i = 0; i < parallel; i++) {
                Path own = Files.createDirectories(folder.resolve("lane-" + i));
                SurviveLane lane = new SurviveLane(options, setting, own, video, new Random(options.seed() + i));
                lanes.add(lane);
                int number = i;
                running.submit(() -> {
                    lane.run(tally, live);
                    return number;
                });
            }
            for (int i = 0; i < parallel; i++) {
                running.take().get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
            lanes.forEach(SurviveLane::close);
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> all;
            try (Stream<Path> paths = Files.walk(folder)) {
                all = paths.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : all) {
                Files.deleteIfExists(path);
            }
        }
    }
}
