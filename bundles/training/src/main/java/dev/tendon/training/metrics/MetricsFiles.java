/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * A run's figures in two files: {@code metrics.jsonl}, a line a step, and TensorBoard's in {@code tensorboard/}. Both are only appended to, so
 * that a crash costs at most their last entry. Thread: its owner's.
 */
public final class MetricsFiles implements RunMetrics {
    private static final double NS_PER_S = 1e9;

    private final InstantSource clock;
    private final JsonLines lines;
    private final EventFile events;

    private MetricsFiles(InstantSource clock, JsonLines lines, EventFile events) {
        this.clock = clock;
        this.lines = lines;
        this.events = events;
    }

    /**
     * Opens the files of a run, or begins them.
     *
     * @param folder the run's output folder
     * @param done the step after which the run goes on: what was kept of later ones is cut off, since it is had again; 0 for a new run
     * @param clock the time of day, which both files tell
     */
    public static MetricsFiles open(Path folder, long done, InstantSource clock) throws IOException {
        Path board = Files.createDirectories(folder.resolve("tensorboard"));
        JsonLines lines = JsonLines.open(folder.resolve("metrics.jsonl"), done);
        try {
            return new MetricsFiles(
                    clock, lines, EventFile.open(board.resolve("events.out.tfevents.tendon"), done, seconds(clock)));
        } catch (IOException | RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    private static double seconds(InstantSource clock) {
        Instant now = clock.instant();
        return now.getEpochSecond() + now.getNano() / NS_PER_S;
    }

    @Override
    public void write(long step, Map<String, Double> values) throws IOException {
        double now = seconds(clock);
        lines.write(step, now, values);
        events.write(step, now, values);
    }

    @Override
    public void sync() throws IOException {
        lines.sync();
        events.sync();
    }

    @Override
    public void close() throws IOException {
        try (lines) {
            events.close();
        }
    }
}
