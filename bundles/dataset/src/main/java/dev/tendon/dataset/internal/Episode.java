/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

import dev.tendon.dataset.EpisodeInfo;
import dev.tendon.dataset.EpisodeVideo;
import java.nio.file.Path;
import java.util.List;

/**
 * An episode and the files that it is in.
 *
 * @param info what is told to callers
 * @param data the file with its rows
 * @param videos its pictures, a camera each, in the order of the features
 */
public record Episode(EpisodeInfo info, Path data, List<EpisodeVideo> videos) {
    public Episode {
        videos = List.copyOf(videos);
    }
}
