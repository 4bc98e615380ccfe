/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.dataset.store.DatasetStore;
import dev.tendon.dataset.store.JournaledTail;
import dev.tendon.dataset.store.LocalFiles;
import dev.tendon.dataset.tool.SideRecording;
import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.recorder.Recording;
import dev.tendon.recorder.RecordingListener;
import dev.tendon.recorder.RecordingRequest;
import dev.tendon.recorder.Recordings;
import dev.tendon.runtime.Session;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Opens recordings. Thread: any. */
@Component
public final class DefaultRecordings implements Recordings {
    private static final long LONGEST_WARM_UP_MS = 2000;

    private final Video video;
    private final Clock clock = new SystemClock();
    private @Nullable Thread warmUp;

    @Activate
    public DefaultRecordings(@Reference Video video) {
        this.video = video;
    }

    @Override
    public RecordingRequest check(RecordingRequest request, RecordingListener listener) throws IOException {
        Path info = request.root().resolve("meta").resolve("info.json");
        if (request.resume() && !Files.isRegularFile(info)) {
            throw new ConfigException("No dataset to add to: " + request.root() + " has no meta/info.json. Leave out "
                    + "--resume=true to begin one, or give the folder with --dataset.root");
        }
        if (!request.resume() && Files.exists(info)) {
            throw new ConfigException("There is a dataset in " + request.root()
                    + " already. Add to it with --resume=true, or record into another folder");
        }
        long free = DiskWatch.free(request.root());
        if (free < 2 * DiskWatch.RESERVE_BYTES) {
            throw new IOException("Only " + (free >> 20) + " MB are free on the disk of " + request.root()
                    + "; recording needs " + (DiskWatch.RESERVE_BYTES >> 19) + " MB at least. Make room first");
        }
        RecordingRequest resolved = request.pictures().video()
                ? request.encodedBy(video.resolve(request.pictures().encoding()))
                : request;
        if (request.resume()) {
            try (DatasetStore store = DatasetStore.open(new LocalFiles(), video, request.root())) {
                sameRule(request, request.root(), store.spec());
                recover(request, store, listener);
            }
        }
        warm();
        return resolved;
    }

    /** Once is enough. */
    private synchronized void warm() {
        if (warmUp == null) {
            warmUp = WarmUp.begin(video);
        }
    }

    /** Leaves no temporary files behind. */
    @Deactivate
    synchronized void close() {
        Thread running = warmUp;
        try {
            if (running != null) {
                running.join(LONGEST_WARM_UP_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Recording open(RecordingRequest request, Session session, RecordingListener listener) throws IOException {
        DatasetShape shape = DatasetShape.of(request, session.observationFeatures(), session.actionFeatures());
        fits(request, shape);
        LocalFiles files = new LocalFiles();
        DatasetStore store = request.resume()
                ? DatasetStore.resume(files, video, request.root(), shape.spec())
                : DatasetStore.create(files, video, request.root(), shape.spec());
        boolean opened = false;
        try {
            Recording recording = recording(request, session, listener, shape, store);
            opened = true;
            return recording;
        } finally {
            if (!opened) {
                store.close();
            }
        }
    }

    /** What is recorded beside a dataset must be able to join it. */
    private static void fits(RecordingRequest request, DatasetShape shape) throws IOException {
        Path target = SideRecording.target(request.root()).orElse(null);
        if (target != null && Files.isRegularFile(target.resolve("meta").resolve("info.json"))) {
            DatasetSpec there = DatasetSpec.read(target);
            DatasetStore.requireFits(target, there, shape.spec());
            sameRule(request, target, there);
        }
    }

    private Recording recording(
            RecordingRequest request,
            Session session,
            RecordingListener listener,
            DatasetShape shape,
            DatasetStore store) {
        RowMap map = new RowMap(
                session.observationFeatures().layout().values(),
                session.actionFeatures().layout().values(),
                request.plan().sentAction());
        DiskWatch disk = new DiskWatch(request.root());
        StoreEpisodes episodes = new StoreEpisodes(store, video, request, shape, map, disk, clock);
        Recorder recorder = new Recorder(session, request.plan(), episodes, disk, episodes.slots(), listener, clock);
        return new DefaultRecording(recorder, store, !request.resume());
    }

    /** A dataset keeps one kind of action. One that does not say which is LeRobot's, whose 0.6 keeps the teleoperator's. */
    private static void sameRule(RecordingRequest request, Path root, DatasetSpec spec) {
        Object there = spec.extra().get(DatasetShape.ACTION_RULE);
        if (there != null && !there.equals(DatasetShape.rule(request))) {
            throw new ConfigException("The dataset in " + root + " keeps the action by --dataset.action=" + there
                    + ", not by --dataset.action=" + DatasetShape.rule(request));
        }
    }

    private static void recover(RecordingRequest request, DatasetStore store, RecordingListener listener)
            throws IOException {
        for (JournaledTail tail : store.tails()) {
            if (request.tail().test(tail.frames())) {
                listener.line("episode " + tail.keep().index() + " saved: " + tail.frames()
                        + " frames that were in the journal");
            } else {
                tail.drop();
            }
        }
    }
}
