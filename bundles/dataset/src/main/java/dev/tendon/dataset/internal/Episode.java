/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

import dev.tendon.dataset.EpisodeInfo;
import java.nio.file.Path;

/**
 * An episode and the file that its rows are in.
 *
 * @param info what is told to callers
 * @param data the file
 */
public record Episode(EpisodeInfo info, Path data) {}
