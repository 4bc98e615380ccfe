/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import dev.tendon.dataset.store.DatasetStore;
import dev.tendon.recorder.Recording;
import dev.tendon.recorder.RecordingReport;
import dev.tendon.recorder.RecordingStatus;
import dev.tendon.recorder.internal.Phases.End;
import dev.tendon.runtime.SessionEvent;
import dev.tendon.runtime.SessionReport;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A recorder and its dataset. */
final class DefaultRecording implements Recording {
    private final Recorder recorder;
    private final DatasetStore store;
    private final boolean created;
    private boolean left;
    private boolean closed;

    /** @param created whether the dataset is new, and goes again where nothing came of it */
    DefaultRecording(Recorder recorder, DatasetStore store, boolean created) {
        this.recorder = recorder;
        this.store = store;
        this.created = created;
    }

    @Override
    public void start() {
        recorder.start();
    }

    @Override
    public boolean press(String key) {
        Optional<Control> control = Control.of(key);
        control.ifPresent(recorder::press);
        return control.isPresent();
    }

    @Override
    public void event(SessionEvent event) {
        if (event.kind() == SessionEvent.Kind.LOST) {
            recorder.lost(true);
        } else if (event.kind() == SessionEvent.Kind.RECONNECTED) {
            recorder.lost(false);
        }
    }

    @Override
    public RecordingStatus status() {
        return recorder.status();
    }

    @Override
    public RecordingReport finish(SessionReport session) throws InterruptedException {
        RecordingReport report = recorder.finish(
                switch (session.ending()) {
                    case FINISHED, LIMIT -> End.FINISHED;
                    case STOPPED -> End.INTERRUPTED;
                    case DEVICE_FAILED, PLUGIN_FAILED, HUNG, ROBOT_GONE -> End.FAILED;
                });
        left = report.left().isPresent() || report.failure().isPresent();
        return report;
    }

    @Override
    public boolean pack() throws IOException {
        return !left && store.pack();
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        boolean empty = created && store.episodes() == 0;
        store.close();
        if (empty && !Files.exists(store.root().resolve(".tendon"))) {
            removeEmpty(store.root());
        }
    }

    /** A dataset without an episode helps nobody, and would be in the way of the next try. */
    private static void removeEmpty(Path root) throws IOException {
        Files.deleteIfExists(root.resolve("meta").resolve("info.json"));
        for (Path folder : List.of(root.resolve("meta"), root)) {
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException e) {
                return; // somebody keeps something there
            }
        }
    }
}
