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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code tendon bench datasets}: a dataset of a thousand episodes, as a session leaves it that could not pack (a file an episode) and packed, and
 * one of ten: what a save costs at the beginning and at the end, how long an open takes, how fast items come, what grows with the episodes. Each is opened in a
 * process of its own, with a heap of 256 MB.
 */
@Component(service = Verb.class)
@VerbName("bench datasets")
@VerbGroup("Measuring")
public final class DatasetsBench implements Verb<DatasetsOptions> {
    private static final int SAVES = 10;

    private final Path distribution;
    private final Video video;
    private final Clock clock = new SystemClock();

    @Activate
    public DatasetsBench(BundleContext framework, @Reference Video video) {
        distribution = Path.of(framework.getProperty("tendon.distribution"));
        this.video = video;
    }

    @Override
    public int run(DatasetsOptions options, Console console) throws IOException, InterruptedException {
        Path folder = options.folder().isPresent()
                ? Files.createDirectories(options.folder().get())
                : Files.createTempDirectory("tendon-bench-datasets");
        try {
            Map<String, @Nullable Object> json;
            try (Live live = console.live()) {
                json = measure(options, folder, live);
            }
            console.json(json);
            lines(json).forEach(console::out);
            return DONE;
        } finally {
            if (options.folder().isEmpty()) {
                SurviveBench.delete(folder);
            }
        }
    }

    private Map<String, @Nullable Object> measure(DatasetsOptions options, Path folder, Live live)
            throws IOException, InterruptedException {
        BigSet sets = new BigSet(video, clock);
        Path small = folder.resolve("small");
        Path large = folder.resolve("large");
        sets.record(folder.resolve("warm"), SAVES, options.frames(), episode -> {});
        sets.record(small, DatasetsOptions.SMALL, options.frames(), episode -> {});
        List<Double> saveMs = sets.record(
                large,
                options.episodes(),
                options.frames(),
                episode -> live.progress("Recording", episode, options.episodes()));
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("episodes", options.episodes());
        json.put("rows", (long) options.episodes() * options.frames());
        json.put("save_first_ms", Figures.rounded(Figures.median(saveMs.subList(0, SAVES))));
        json.put("save_last_ms", Figures.rounded(Figures.median(saveMs.subList(saveMs.size() - SAVES, saveMs.size()))));
        live.progress("Reading a small one", 0, 0);
        json.put("small", child(small, options));
        live.progress("Reading a file an episode", 0, 0);
        json.put("unpacked", child(large, options));
        live.progress("Packing", 0, 0);
        long begunNs = clock.nanoTime();
        sets.pack(large);
        json.put("pack_s", Figures.rounded((clock.nanoTime() - begunNs) / 1e9));
        live.progress("Reading packed files", 0, 0);
        json.put("packed", child(large, options));
        return json;
    }

    private Map<String, Object> child(Path root, DatasetsOptions options) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        distribution.resolve("bundles") + File.separator + "*" + File.pathSeparator
                                + distribution.resolve("lib") + File.separator + "*",
                        DatasetsChild.class.getName(),
                        root.toString(),
                        Integer.toString(options.items()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, Object> figures = new LinkedHashMap<>();
        try {
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("The process that reads " + root + " failed, see above");
            }
            printed.lines()
                    .map(line -> line.split(" ", 2))
                    .forEach(words -> figures.put(words[0], Double.valueOf(words[1])));
        } finally {
            process.destroyForcibly();
        }
        return figures;
    }

    private static List<String> lines(Map<String, @Nullable Object> json) {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%s episodes, %s rows; a save took %s ms at the beginning, %s ms at the end",
                        json.get("episodes"),
                        json.get("rows"),
                        json.get("save_first_ms"),
                        json.get("save_last_ms")),
                "10 episodes:        " + json.get("small"),
                "a file an episode:  " + json.get("unpacked"),
                "packed:             " + json.get("packed"));
    }
}
