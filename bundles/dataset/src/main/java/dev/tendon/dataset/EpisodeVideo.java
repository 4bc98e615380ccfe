/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset;

import java.nio.file.Path;

/**
 * Where an episode's pictures of one camera are: a part of a video file, which in v3.0 other episodes share.
 *
 * @param key the feature: {@code observation.images.top}
 * @param file below the dataset's folder; it may be missing
 * @param fromS time of the episode's first frame in the file, in seconds
 * @param toS time of the end of its last frame in the file, in seconds
 */
public record EpisodeVideo(String key, Path file, double fromS, double toS) {}
