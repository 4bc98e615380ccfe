/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.tool.Recipe.Pick;
import dev.tendon.dataset.write.FeatureSpec;
import dev.tendon.video.VideoEncoding;
import java.io.IOException;
import java.nio.file.Path;

/** Makes videos of a camera's pictures, or of its videos others. Thread: its creator's. */
final class ClipEncoder {
    private final VideoTools tools;
    private final VideoEncoding encoding;

    ClipEncoder(VideoTools tools, VideoEncoding encoding) {
        this.tools = tools;
        this.encoding = encoding;
    }

    /** Encodes an episode's pictures of {@code feature}, which the new dataset has as videos. */
    Clip encode(Pick pick, FeatureSpec feature, SourceRows rows) throws IOException, InterruptedException {
        FeatureSpec old =
                java.util.Objects.requireNonNull(pick.set().spec().features().get(feature.name()));
        double fps = pick.set().spec().fps();
        Path file = tools.temporary();
        try (EpisodePictures pictures =
                EpisodePictures.open(tools.video(), pick.set(), pick.episode(), rows.of(pick.episode()), old)) {
            pictures.encode(tools.video(), file, encoding, fps, pick.episode().length());
        }
        return new Clip(
                feature, file, 0, pick.episode().length() / fps, pick.episode().index());
    }
}
