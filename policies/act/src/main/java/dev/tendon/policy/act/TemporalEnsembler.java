/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import java.util.Arrays;

/**
 * Weighs all predictions that were made for a tick: the one made i ticks after the first counts exp(-c i). Algorithm 2 of arXiv
 * 2304.13705, by LeRobot's running average (0.6, {@code ACTTemporalEnsembler}), in single precision. Owner thread: the policy's.
 */
final class TemporalEnsembler {
    private final int chunk;
    private final int size;
    private final float[] weights;
    private final float[] sums;
    private final float[] averages;
    private final int[] counts;
    private boolean begun;

    /**
     * @param coefficient c; positive lets the oldest count most
     * @param chunk actions in a prediction
     * @param size numbers in an action
     */
    TemporalEnsembler(double coefficient, int chunk, int size) {
        this.chunk = chunk;
        this.size = size;
        weights = new float[chunk];
        sums = new float[chunk];
        for (int i = 0; i < chunk; i++) {
            weights[i] = (float) Math.exp((float) (-coefficient * i));
            sums[i] = weights[i] + (i == 0 ? 0 : sums[i - 1]);
        }
        averages = new float[chunk * size];
        counts = new int[chunk];
    }

    /** A new episode begins. */
    void reset() {
        begun = false;
    }

    /** Takes the prediction made at this tick, and leaves this tick's action in {@code action}. */
    void update(float[] prediction, float[] action) {
        if (!begun) {
            System.arraycopy(prediction, 0, averages, 0, averages.length);
            Arrays.fill(counts, 1);
            begun = true;
        } else {
            for (int i = 0; i < chunk - 1; i++) {
                average(prediction, i);
            }
            System.arraycopy(prediction, (chunk - 1) * size, averages, (chunk - 1) * size, size);
            counts[chunk - 1] = 1;
        }
        System.arraycopy(averages, 0, action, 0, size);
        System.arraycopy(averages, size, averages, 0, (chunk - 1) * size);
        System.arraycopy(counts, 1, counts, 0, chunk - 1);
    }

    private void average(float[] prediction, int i) {
        int count = counts[i];
        for (int j = i * size; j < (i + 1) * size; j++) {
            averages[j] = (averages[j] * sums[count - 1] + prediction[j] * weights[count]) / sums[count];
        }
        counts[i] = Math.min(count + 1, chunk);
    }
}
