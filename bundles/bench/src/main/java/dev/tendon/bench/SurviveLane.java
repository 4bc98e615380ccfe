/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.api.time.Clock;
import dev.tendon.shell.Live;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * Kills one recorder after the other, all on datasets of this lane's own, and looks at what each has left. The next recorder's process starts while the
 * present one records. Thread: its own.
 */
final class SurviveLane implements AutoCloseable {
    private static final int DECODED_EVERY = 10;

    private final SurviveOptions options;
    private final SurviveProcess.Setting setting;
    private final Path folder;
    private final Video video;
    private final Random random;
    private final Map<Integer, Integer> episodes = new LinkedHashMap<>();
    private Path root;
    private SurviveProcess next;
    private int tag;

    /**
     * A lane; starts its first recorder.
     *
     * @param folder of its own, for datasets and notes
     */
    SurviveLane(SurviveOptions options, SurviveProcess.Setting setting, Path folder, Video video, Random random)
            throws IOException {
        this.options = options;
        this.setting = setting;
        this.folder = folder;
        this.video = video;
        this.random = random;
        root = folder.resolve("set-0");
        next = setting.start(folder);
    }

    /** Tries until none is left. */
    void run(SurviveTally tally, Live live) throws IOException, InterruptedException {
        int here = 0;
        for (int number = tally.next(); number >= 0; number = tally.next()) {
            live.progress("Killing recorders", tally.done(), options.tries());
            if (here++ % options.triesADataset() == 0) {
                SurviveBench.delete(root);
                root = folder.resolve("set-" + number);
                episodes.clear();
            }
            Path log = folder.resolve("log-" + number);
            kill(log);
            SurviveLog told = SurviveLog.read(log);
            SurviveTry left = SurviveTry.check(video, root, told, episodes, number % DECODED_EVERY == 0);
            tally.add(number, root, told, left);
            tag = told.taken().keySet().stream().reduce(tag, Math::max) + 1;
            episodes.clear();
            if (left.problems().isEmpty()) {
                episodes.putAll(left.episodes());
                Files.delete(log);
            } else {
                root = folder.resolve("set-after-" + number); // this one stays, to be looked at
            }
        }
        SurviveBench.delete(root);
    }

    /** Lets the recorder that is ready record, and kills it some time after its first frame. */
    private void kill(Path log) throws IOException, InterruptedException {
        try (SurviveProcess recorder = next) {
            recorder.record(root, log, tag, random.nextLong());
            Clock clock = setting.clock();
            long until = clock.nanoTime() + (long) (random.nextDouble() * options.withinS() * 1e9);
            next = setting.start(folder);
            clock.sleepUntil(until);
            recorder.kill();
        }
    }

    @Override
    public void close() {
        next.close();
    }
}
