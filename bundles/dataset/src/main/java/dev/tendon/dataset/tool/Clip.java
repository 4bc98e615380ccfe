/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.internal.EpisodeRow;
import dev.tendon.dataset.internal.EpisodeRow.VideoSpan;
import dev.tendon.dataset.write.FeatureSpec;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An episode's pictures in a video file of the old set.
 *
 * @param feature whose, as the old set describes it
 * @param file where
 * @param fromS time stamp of the first frame, in seconds of the file
 * @param toS end of the last
 * @param episode the episode's number in the old set, for messages
 */
record Clip(FeatureSpec feature, Path file, double fromS, double toS, int episode) {
    static Clip of(SourceSet set, EpisodeRow episode, String feature) throws FormatException {
        VideoSpan span = episode.videos().get(feature);
        FeatureSpec spec = set.spec().features().get(feature);
        if (span == null || spec == null) {
            throw new FormatException(
                    episode.listedIn(),
                    "it does not say where the video \"" + feature + "\" of episode " + episode.index() + " is",
                    "Run tendon dataset validate");
        }
        if (!Files.isRegularFile(span.file())) {
            throw new FormatException(
                    span.file(),
                    "missing, though episode " + episode.index() + " needs it",
                    "Copy or download it again, or give that camera up: tendon dataset remove-feature --names="
                            + feature);
        }
        return new Clip(spec, span.file(), span.fromS(), span.toS(), episode.index());
    }
}
