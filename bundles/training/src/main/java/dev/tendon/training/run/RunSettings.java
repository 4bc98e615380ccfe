/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

/**
 * How long a run is, and what it does on the way.
 *
 * @param steps in all
 * @param batch items in a step
 * @param seed decides every random choice
 * @param logFreq steps between two means; 0: none
 * @param evalFreq steps between two measures of what is held out; 0: none
 * @param saves whether checkpoints are saved
 * @param saveFreq steps between two of them, beside that after the last step; 0: none
 */
public record RunSettings(long steps, int batch, long seed, long logFreq, long evalFreq, boolean saves, long saveFreq) {
    boolean logs(long step) {
        return logFreq > 0 && step % logFreq == 0;
    }

    boolean evaluates(long step) {
        return evalFreq > 0 && step % evalFreq == 0;
    }

    boolean saves(long step) {
        return saves && (step == steps || (saveFreq > 0 && step % saveFreq == 0));
    }
}
