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
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code tendon bench survive}: starts a recorder, kills it at a random moment, checks what is left, and goes on with it. The kill leaves what
 * the system had already taken; how much a loss of power would have taken is told beside it ({@code unsynced_p95_s}).
 */
@Component(service = Verb.class)
@VerbName("bench survive")
@VerbGroup("Measuring")
public final class SurviveBench implements Verb<SurviveOptions> {
    private static final int DECODED_EVERY = 10;
    private static final long START_NS = 120_000_000_000L;
    private static final long LOOK_NS = 5_000_000L;
    private static final int SHOWN = 5;

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
        Random random = new Random(options.seed());
        List<Double> lost = new ArrayList<>();
        List<Double> unsynced = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Map<Integer, Integer> episodes = new LinkedHashMap<>();
        int failed = 0;
        int saved = 0;
        int tag = 0;
        Path root = folder.resolve("set-0");
        try (Live live = console.live()) {
            for (int i = 0; i < options.tries(); i++) {
                live.progress("Killing a recorder", i, options.tries());
                if (i % options.triesADataset() == 0) {
                    delete(root);
                    root = folder.resolve("set-" + i);
                    episodes.clear();
                }
                Path log = folder.resolve("log-" + i);
                kill(options, root, log, tag, random, folder);
                SurviveLog told = SurviveLog.read(log);
                SurviveTry left = SurviveTry.check(video, root, told, episodes, i % DECODED_EVERY == 0);
                left.lost().ifPresent(frames -> lost.add((double) frames / SurviveChild.FPS));
                left.unsynced().ifPresent(frames -> unsynced.add((double) frames / SurviveChild.FPS));
                saved += told.saved().size();
                tag = Math.max(
                                tag,
                                told.taken().keySet().stream()
                                        .max(Integer::compare)
                                        .orElse(tag))
                        + 1;
                episodes.clear();
                episodes.putAll(left.episodes());
                if (left.problems().isEmpty()) {
                    Files.delete(log);
                } else {
                    failed++;
                    String where = "try " + i + ", " + root + ": ";
                    left.problems().forEach(problem -> problems.add(where + problem));
                    root = folder.resolve("set-after-" + i); // this one stays, to be looked at
                    episodes.clear();
                }
            }
        } finally {
            delete(root);
            if (failed == 0 && options.folder().isEmpty()) {
                delete(folder);
            }
        }
        report(console, options, failed, saved, lost, unsynced, problems);
        return failed == 0 ? DONE : 1;
    }

    /** Starts a recorder, waits for its first frame, and kills it some time later. */
    private void kill(SurviveOptions options, Path root, Path log, int tag, Random random, Path folder)
            throws IOException, InterruptedException {
        Process recorder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        distribution.resolve("bundles") + File.separator + "*" + File.pathSeparator
                                + distribution.resolve("lib") + File.separator + "*",
                        SurviveChild.class.getName(),
                        root.toString(),
                        log.toString(),
                        options.codec(),
                        Integer.toString(tag),
                        Long.toString(random.nextLong()),
                        folder.resolve("home").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("recorder.txt").toFile())
                .start();
        try {
            long start = clock.nanoTime();
            while (!Files.exists(log) || Files.size(log) == 0) {
                if (!recorder.isAlive() || clock.nanoTime() - start > START_NS) {
                    throw new IOException("The recorder did not start: see " + folder.resolve("recorder.txt"));
                }
                clock.sleepUntil(clock.nanoTime() + LOOK_NS);
            }
            clock.sleepUntil(clock.nanoTime() + (long) (random.nextDouble() * options.withinS() * 1e9));
            if (!recorder.isAlive()) {
                throw new IOException("The recorder ended by itself: see " + folder.resolve("recorder.txt"));
            }
        } finally {
            recorder.destroyForcibly().waitFor();
        }
    }

    private static void report(
            Console console,
            SurviveOptions options,
            int failed,
            int saved,
            List<Double> lost,
            List<Double> unsynced,
            List<String> problems) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("tries", options.tries());
        json.put("intact", options.tries() - failed);
        json.put("failed", failed);
        json.put("episodes_saved", saved);
        json.put("lost_tail_p50_s", part(lost, 0.5));
        json.put("lost_tail_p95_s", part(lost, 0.95));
        json.put("lost_tail_max_s", part(lost, 1));
        json.put("unsynced_p50_s", part(unsynced, 0.5));
        json.put("unsynced_p95_s", part(unsynced, 0.95));
        json.put("codec", options.codec());
        json.put("problems", problems);
        console.json(json);
        console.out(String.format(
                Locale.ROOT,
                "%d of %d tries left every saved episode intact (%d were saved)",
                options.tries() - failed,
                options.tries(),
                saved));
        console.out(String.format(
                Locale.ROOT,
                "of the running episode a kill took %.2f s (median), %.2f s (95 %%); a loss of power would have taken %.2f s (95 %%)",
                part(lost, 0.5),
                part(lost, 0.95),
                part(unsynced, 0.95)));
        problems.stream().limit(SHOWN).forEach(console::out);
    }

    /** The value below which that part of them lies; 0 of none. */
    private static double part(List<Double> values, double part) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty()
                ? 0
                : Figures.rounded(sorted.get((int) Math.min(sorted.size() - 1L, Math.round(part * sorted.size()))));
    }

    private static void delete(Path folder) throws IOException {
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
