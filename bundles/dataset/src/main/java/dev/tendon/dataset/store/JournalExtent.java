/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much of a journal is whole: the frames of which row, images and videos are all there.
 *
 * @param frames the common beginning of all streams
 * @param cut frames that the longest of them has beyond it
 */
record JournalExtent(int frames, int cut) {
    /**
     * Counts the journal in {@code folder}.
     *
     * @param torn whether its recorder died, so that the ends of the videos are looked at, too
     */
    static JournalExtent of(Video video, Path folder, boolean torn) throws IOException {
        JournalReader reader = new JournalReader(folder);
        long least = reader.rows();
        long most = least;
        for (int i = 0; i < reader.header().images().size(); i++) {
            long images = reader.imageCount(i);
            least = Math.min(least, images);
            most = Math.max(most, images);
        }
        for (int i = 0; i < reader.header().videos().size(); i++) {
            long frames = frames(video, reader.video(i), torn);
            least = Math.min(least, frames);
            most = Math.max(most, frames);
        }
        return new JournalExtent((int) least, (int) (most - least));
    }

    private static long frames(Video video, Path file, boolean torn) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        if (!torn) {
            try {
                return video.probe(file).frames();
            } catch (IOException e) {
                // The encoder did not finish it; what is whole is found below.
            }
        }
        return video.wholeFrames(file);
    }
}
