/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

/**
 * An episode that is in the dataset now.
 *
 * @param index its number
 * @param frames its frames
 * @param cut frames that some of its streams had and others had not, and that were left out
 * @param bytes of its files
 */
public record SavedEpisode(int index, int frames, int cut, long bytes) {}
