/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** Records for ever, in a process of its own, until it is killed; notes the number of each take that is saved. */
public final class KilledRecorder {
    private static final int FRAMES = 5;
    private static final int PACKED_EVERY = 4;

    private KilledRecorder() {}

    /** Arguments: dataset, notes, first take. */
    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]);
        Path notes = Path.of(args[1]);
        FileLayer layer = new LocalFiles();
        FakeVideo video = new FakeVideo(file -> {});
        try (DatasetStore store = Files.exists(root)
                ? DatasetStore.resume(layer, video, root, Takes.SPEC)
                : DatasetStore.create(layer, video, root, Takes.SPEC)) {
            for (JournaledTail tail : store.tails()) {
                tail.drop();
            }
            note(notes, "ready");
            for (int take = Integer.parseInt(args[2]); ; take++) {
                store.save(Takes.record(layer, store, take, FRAMES), Map.of());
                note(notes, String.valueOf(take));
                if (take % PACKED_EVERY == 0) {
                    store.pack();
                }
            }
        }
    }

    private static void note(Path notes, String line) throws IOException {
        Files.writeString(
                notes, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
