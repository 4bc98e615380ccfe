/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder;

/**
 * How a recording is doing.
 *
 * @param phase {@code recording}, {@code resetting}, {@code waiting}, {@code over} or, before the first tick, {@code beginning}
 * @param recorded episodes done in this recording
 * @param elapsedS how long the phase has lasted, s
 * @param lengthS how long it is to last, s; 0 where nobody knows
 * @param frames of the running episode
 * @param dropped frames that found no room, in the whole recording
 * @param backlog pictures that wait for the slowest encoder
 * @param saving episodes that are still being saved
 * @param secondsLeft how much can be recorded until the disk is full, s; infinite where not known
 */
public record RecordingStatus(
        String phase,
        int recorded,
        double elapsedS,
        double lengthS,
        int frames,
        long dropped,
        int backlog,
        int saving,
        double secondsLeft) {}
