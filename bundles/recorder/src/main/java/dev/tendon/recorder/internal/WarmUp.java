/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import dev.tendon.dataset.store.DatasetStore;
import dev.tendon.dataset.store.EpisodeJournal;
import dev.tendon.dataset.store.LocalFiles;
import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.dataset.write.FeatureSpec;
import dev.tendon.dataset.write.FormatVersion;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves an episode that nobody wants, in a folder for temporary files, while the devices are being connected: the first save of a
 * process loads some hundred classes, which takes a multiple of the save itself, and would do so beside a running loop. Thread: one of
 * its own.
 */
final class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private WarmUp() {}

    /** Begins, and does not wait. What goes wrong changes nothing. */
    static Thread begin(Video video) {
        Thread thread = Threads.unstarted("tendon-warm-up", () -> {
            try {
                run(video, Files.createTempDirectory("tendon-record"));
            } catch (IOException | RuntimeException e) {
                LOG.debug("Nothing was warmed up", e);
            }
        });
        thread.start();
        return thread;
    }

    /** @param folder is filled, emptied and deleted */
    static void run(Video video, Path folder) throws IOException {
        try {
            DatasetSpec spec = DatasetSpec.builder(FormatVersion.V3_0, 1)
                    .feature(FeatureSpec.of(RowMap.ACTION, "float32", List.of(1), List.of("a")))
                    .feature(FeatureSpec.of(RowMap.STATE, "float32", List.of(1), List.of("a")))
                    .withoutVideos()
                    .build();
            try (DatasetStore store = DatasetStore.create(new LocalFiles(), video, folder.resolve("set"), spec)) {
                RowMap map = new RowMap(1, 1, false);
                EpisodeJournal journal = store.begin("warm up", Map.of());
                for (int frame = 0; frame < 2; frame++) {
                    map.fill(journal.row(), new double[] {frame}, new double[] {frame});
                    journal.append();
                }
                store.save(journal, Map.of());
            }
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> paths = Files.walk(folder)) {
            all = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
