/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.api.time.Clock;
import dev.tendon.dataset.store.DatasetStore;
import dev.tendon.dataset.store.EpisodeJournal;
import dev.tendon.dataset.store.LocalFiles;
import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.dataset.write.FeatureSpec;
import dev.tendon.dataset.write.FormatVersion;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Records a dataset of six joints without pictures, as fast as it goes. Thread: its creator's. */
final class BigSet {
    private static final List<String> JOINTS = List.of("a.pos", "b.pos", "c.pos", "d.pos", "e.pos", "f.pos");
    private static final int FPS = 30;

    private final Video video;
    private final Clock clock;

    BigSet(Video video, Clock clock) {
        this.video = video;
        this.clock = clock;
    }

    private static DatasetSpec spec() {
        return DatasetSpec.builder(FormatVersion.V3_0, FPS)
                .robotType("so101_follower")
                .feature(FeatureSpec.of("action", "float32", List.of(JOINTS.size()), JOINTS))
                .feature(FeatureSpec.of("observation.state", "float32", List.of(JOINTS.size()), JOINTS))
                .build();
    }

    /**
     * Records it.
     *
     * @param told which episode comes next
     * @return milliseconds of each save
     */
    List<Double> record(Path root, int episodes, int frames, IntConsumer told) throws IOException {
        List<Double> saveMs = new ArrayList<>();
        try (DatasetStore store = DatasetStore.create(new LocalFiles(), video, root, spec())) {
            for (int episode = 0; episode < episodes; episode++) {
                told.accept(episode);
                EpisodeJournal journal = store.begin("Move about", Map.of());
                int action = journal.row().slot("action");
                int state = journal.row().slot("observation.state");
                float[] values = new float[JOINTS.size()];
                for (int frame = 0; frame < frames; frame++) {
                    for (int joint = 0; joint < values.length; joint++) {
                        values[joint] = (float) Math.sin((episode + frame) * 0.02 * (joint + 1));
                    }
                    journal.row().set(action, values);
                    journal.row().set(state, values);
                    journal.append();
                }
                journal.sync();
                long begunNs = clock.nanoTime();
                store.save(journal, Map.of());
                saveMs.add((clock.nanoTime() - begunNs) / 1e6);
            }
        }
        return saveMs;
    }

    /** Joins its small files to large ones. */
    void pack(Path root) throws IOException {
        try (DatasetStore store = DatasetStore.open(new LocalFiles(), video, root)) {
            store.pack();
        }
    }
}
