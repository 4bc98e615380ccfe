/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import dev.tendon.dataset.read.ItemReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** What is held out, and how well a network does on it. Owner thread: the run's. */
final class HeldOut {
    private final ItemReader reader;
    private final long[] indices;
    private final BatchCopier copier;
    private final int batch;

    /**
     * These items.
     *
     * @param reader stays its owner's
     */
    HeldOut(ItemReader reader, long[] indices, BatchCopier copier, int batch) {
        this.reader = reader;
        this.indices = indices;
        this.copier = copier;
        this.batch = batch;
    }

    /** The mean of all batches' losses, as LeRobot has it; of use only where it was not to stop meanwhile. */
    double loss(Learner learner, BooleanSupplier stop) throws IOException, InterruptedException {
        double sum = 0;
        long batches = 0;
        try (Feed feed = Feed.start(ItemSource.of(reader, indices, batch), copier)) {
            for (Map<String, ByteBuffer> inputs = feed.next();
                    inputs != null && !stop.getAsBoolean();
                    inputs = feed.next()) {
                sum += learner.evaluate(batches++, inputs);
            }
        }
        return sum / batches;
    }
}
