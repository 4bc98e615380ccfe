/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.state;

import dev.tendon.optim.TrainingStateException;
import dev.tendon.optim.internal.StateJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * {@code training_step.json}: how far a training came. Thread: any.
 *
 * @param step the steps that are done
 * @param batchSize items that a step took, on each worker; LeRobot of 2025 did not write it
 * @param workers that each took a batch of their own; 1 here
 */
public record TrainingStep(long step, OptionalLong batchSize, long workers) {
    private static final String FILE = "training_step.json";
    private static final String STEP = "step";
    private static final String WORKERS = "dp_world_size";
    private static final String BATCH_SIZE = "batch_size";

    /** A training here. */
    public TrainingStep(long step, long batchSize) {
        this(step, OptionalLong.of(batchSize), 1);
    }

    /** Writes the file as LeRobot 0.6 does for one worker, aside and moved into place. */
    public void save(Path folder) throws IOException {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put(STEP, step);
        state.put(WORKERS, workers);
        batchSize.ifPresent(size -> state.put(BATCH_SIZE, size));
        state.put("grad_accum_steps", 1);
        Map<String, Object> parallelism = new LinkedHashMap<>();
        parallelism.put("dp_replicate", workers);
        parallelism.put("dp_shard", 1);
        parallelism.put("ring_degree", 1);
        parallelism.put("ulysses_degree", 1);
        state.put("parallelism", parallelism);
        StateJson.write(folder.resolve(FILE), state);
    }

    /** Reads what {@link #save}, LeRobot 0.6 or LeRobot of 2025 wrote. */
    public static TrainingStep load(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!(StateJson.read(file) instanceof Map<?, ?> state)
                || !(state.get(STEP) instanceof Number step)
                || step.longValue() < 0) {
            throw new TrainingStateException(file, "it tells no step");
        }
        OptionalLong batchSize =
                state.get(BATCH_SIZE) instanceof Number size ? OptionalLong.of(size.longValue()) : OptionalLong.empty();
        Object workers = state.containsKey(WORKERS) ? state.get(WORKERS) : state.get("num_processes");
        return new TrainingStep(step.longValue(), batchSize, workers instanceof Number n ? n.longValue() : 1);
    }
}
