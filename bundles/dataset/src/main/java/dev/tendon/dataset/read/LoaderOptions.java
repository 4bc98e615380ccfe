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
 * @param dropLast whether an epoch's last batch is left out if it is not full
 * @param epoch where to begin
 * @param position where to begin within that epoch
 * @param epochs how many epochs are gone through; 0: without end
 */
public record LoaderOptions(
        int batchSize, int workers, int prefetch, boolean dropLast, long epoch, long position, long epochs) {
    /** LeRobot's training defaults (batch 8, 4 workers, prefetch 2), one epoch. */
    public static final LoaderOptions DEFAULT = new LoaderOptions(8, 4, 2, false, 0, 0, 1);

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
        return new LoaderOptions(ofBatchSize, ofWorkers, prefetch, dropLast, epoch, position, epochs);
    }

    /** The same, going through so many epochs; 0: without end. */
    public LoaderOptions forEpochs(long count) {
        return new LoaderOptions(batchSize, workers, prefetch, dropLast, epoch, position, count);
    }

    /** The same, beginning elsewhere. */
    public LoaderOptions from(long atEpoch, long atPosition) {
        return new LoaderOptions(batchSize, workers, prefetch, dropLast, atEpoch, atPosition, epochs);
    }
}
