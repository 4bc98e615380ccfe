/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.dataset.write.FeatureSpec;
import dev.tendon.dataset.write.FormatVersion;
import dev.tendon.video.VideoEncoding;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Records episodes whose every value tells where it belongs: frame {@code f} of take {@code t} is 1000 t + f, everywhere. */
final class Takes {
    static final String TOP = "observation.images.top";
    static final String WRIST = "observation.images.wrist";
    static final DatasetSpec SPEC = DatasetSpec.builder(FormatVersion.V3_0, FakeVideo.FPS)
            .robotType("so101_follower")
            .feature(FeatureSpec.of("action", "float32", List.of(2), List.of("a.pos", "b.pos")))
            .feature(FeatureSpec.of("observation.state", "float32", List.of(2), List.of("a.pos", "b.pos")))
            .feature(FeatureSpec.pictures(TOP, true, 2, 4))
            .feature(FeatureSpec.pictures(WRIST, true, 2, 4))
            .build();

    private static final int EACH = 1000;

    private Takes() {}

    static int value(int take, int frame) {
        return EACH * take + frame + 1;
    }

    static int take(int value) {
        return value / EACH;
    }

    /** Records {@code frames} frames, synced after every third. */
    static EpisodeJournal record(FileLayer layer, DatasetStore store, int take, int frames) throws IOException {
        return record(layer, store, take, frames, new int[1]);
    }

    /** The same; {@code durable[0]} is told what would be found after a crash. */
    static EpisodeJournal record(FileLayer layer, DatasetStore store, int take, int frames, int[] durable)
            throws IOException {
        EpisodeJournal journal =
                store.begin("Do it " + take % 2, Map.of(TOP, VideoEncoding.DEFAULT, WRIST, VideoEncoding.DEFAULT));
        try (FileLayer.Sink top = layer.create(journal.video(TOP));
                FileLayer.Sink wrist = layer.create(journal.video(WRIST));
                FileLayer.Sink film = layer.create(journal.film(WRIST))) { // one with, one without
            layer.syncFolder(journal.folder());
            JournalRow row = journal.row();
            int action = row.slot("action");
            int state = row.slot("observation.state");
            for (int frame = 0; frame < frames; frame++) {
                float value = value(take, frame);
                row.set(action, new float[] {value, value});
                row.set(state, new float[] {value, -value});
                journal.append();
                top.write(FakeVideo.frame((int) value));
                wrist.write(FakeVideo.frame((int) value));
                film.write(FakeVideo.frame((int) value));
                if (frame % 3 == 2 || frame == frames - 1) {
                    top.sync();
                    journal.videoDurable(TOP, frame + 1);
                    wrist.sync();
                    journal.videoDurable(WRIST, frame + 1);
                    journal.sync();
                    durable[0] = (int) journal.durableFrames();
                }
            }
            film.sync();
            return journal;
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }
}
