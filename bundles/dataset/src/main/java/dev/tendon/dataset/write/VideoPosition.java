/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

/**
 * Where an episode's video is.
 *
 * @param file the video file
 * @param fromS where in it the episode begins, in seconds
 * @param toS where it ends: the beginning of the next one
 */
public record VideoPosition(FilePosition file, double fromS, double toS) {}
