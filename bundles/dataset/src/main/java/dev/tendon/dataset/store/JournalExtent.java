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
 * @param torn whether its recorder died: what is beside the fragments is not to be trusted then
 */
record JournalExtent(int frames, int cut, boolean torn) {
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
            long frames = torn ? torn(video, reader.video(i)) : finished(video, reader, i);
            least = Math.min(least, frames);
            most = Math.max(most, frames);
        }
        return new JournalExtent((int) least, (int) (most - least), torn);
    }

    private static long finished(Video video, JournalReader reader, int number) throws IOException {
        long film = reader.filmFrames(video, number);
        if (film >= 0) {
            return film;
        }
        Path file = reader.video(number);
        if (Files.exists(file)) {
            try {
                return video.probe(file).frames();
            } catch (IOException e) {
                // The encoder did not finish it; what is whole is found below.
            }
        }
        return torn(video, file);
    }

    private static long torn(Video video, Path file) throws IOException {
        return Files.exists(file) ? video.wholeFrames(file) : 0;
    }
}
