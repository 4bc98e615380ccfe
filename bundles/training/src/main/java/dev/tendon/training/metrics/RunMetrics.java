/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.metrics;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;

/** Keeps a run's figures in files. Thread: its owner's. */
public interface RunMetrics extends Closeable {
    /**
     * Keeps figures.
     *
     * @param step that they were had at
     * @param values by name, slashes between group and name: {@code train/loss}
     */
    void write(long step, Map<String, Double> values) throws IOException;

    /** Makes durable what was written; before a checkpoint is. */
    void sync() throws IOException;
}
