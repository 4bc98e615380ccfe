/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder;

/**
 * An episode that was saved.
 *
 * @param index its number in the dataset
 * @param frames how many it has
 * @param dropped frames that found no room
 * @param fps frames per second achieved
 * @param overruns ticks that began later than one whole period after they were due
 * @param saveMs from its last frame to the saved episode, less the reset phase: the encoding of what was still waiting, and the save
 *     itself, in milliseconds
 * @param bytes it takes on the disk in its journal, which is about what it takes when saved
 */
public record SavedEpisode(int index, int frames, int dropped, double fps, int overruns, double saveMs, long bytes) {}
