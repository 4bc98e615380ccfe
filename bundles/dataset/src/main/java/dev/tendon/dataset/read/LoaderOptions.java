/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.read;

import dev.tendon.api.option.ConfigException;

/**
 * How batches are made ready.
 *
 * @param batchSize items in a batch
 * @param workers threads that read and decode; LeRobot's {@code num_workers}
 * @param prefetch batches that each worker may be ahead, LeRobot's (torch's) {@code prefetch_factor}
 * @param rest what becomes of an epoch's last items where they do not fill a batch
 * @param epoch where to begin
 * @param position where to begin within that epoch
 * @param epochs how many epochs are gone through; 0: without end
 */
public record LoaderOptions(
        int batchSize, int workers, int prefetch, Rest rest, long epoch, long position, long epochs) {
    /** What becomes of an epoch's last items where they do not fill a batch. */
    public enum Rest {
        /** They are a smaller batch, as in LeRobot. */
        SHORT,
        /** They are left out. */
        DROPPED,
        /** The next epoch's first fill it up: all batches are full, and each item is drawn once an epoch. */
        FILLED
    }

    /** LeRobot's training defaults (batch 8, 4 workers, prefetch 2), one epoch. */
    public static final LoaderOptions DEFAULT = new LoaderOptions(8, 4, 2, Rest.SHORT, 0, 0, 1);

    public LoaderOptions {
        if (batchSize < 1 || workers < 1 || prefetch < 1) {
            throw new ConfigException("batch_size=" + batchSize + ", num_workers=" + workers + " and prefetch_factor="
                    + prefetch + ": each must be 1 at least");
        }
        if (epoch < 0 || position < 0 || epochs < 0) {
            throw new ConfigException(
                    "epoch=" + epoch + ", position=" + position + ", epochs=" + epochs + ": none may be less than 0");
        }
    }

    /** The same with other sizes. */
    public LoaderOptions with(int ofBatchSize, int ofWorkers) {
        return new LoaderOptions(ofBatchSize, ofWorkers, prefetch, rest, epoch, position, epochs);
    }

    /** The same, going through so many epochs; 0: without end. */
    public LoaderOptions forEpochs(long count) {
        return new LoaderOptions(batchSize, workers, prefetch, rest, epoch, position, count);
    }

    /** The same, beginning elsewhere. */
    public LoaderOptions from(long atEpoch, long atPosition) {
        return new LoaderOptions(batchSize, workers, prefetch, rest, atEpoch, atPosition, epochs);
    }

    /** The same, with another rule for an epoch's last items. */
    public LoaderOptions resting(Rest rule) {
        return new LoaderOptions(batchSize, workers, prefetch, rule, epoch, position, epochs);
    }
}
