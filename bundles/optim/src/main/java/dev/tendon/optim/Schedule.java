/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim;

import dev.tendon.optim.internal.StateJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A schedule at work on an optimizer: what PyTorch's {@code LambdaLR} is. Thread: its optimizer's. */
public final class Schedule {
    private static final String FILE = "scheduler_state.json";

    private final Scheduler scheduler;
    private final Optimizer optimizer;
    private long step;

    private Schedule(Scheduler scheduler, Optimizer optimizer) {
        this.scheduler = scheduler;
        this.optimizer = optimizer;
    }

    /** A schedule at step 0: the optimizer's rates become those of the first step. */
    public static Schedule start(Scheduler scheduler, Optimizer optimizer) {
        Schedule schedule = new Schedule(scheduler, optimizer);
        optimizer.scale(scheduler.factor(0));
        return schedule;
    }

    /** Goes on to the next step. */
    public void advance() {
        step++;
        optimizer.scale(scheduler.factor(step));
    }

    /** The step that the rates are those of, counted from 0. */
    public long step() {
        return step;
    }

    /** Writes {@code scheduler_state.json} as LeRobot does, aside and moved into place. */
    public void save(Path folder) throws IOException {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("base_lrs", optimizer.initialRates());
        state.put("last_epoch", step);
        state.put("_step_count", step + 1);
        state.put("_is_initial", false);
        state.put("_get_lr_called_within_step", false);
        state.put("_last_lr", optimizer.rates());
        state.put(
                "lr_lambdas",
                new ArrayList<>(Collections.nCopies(optimizer.rates().size(), null)));
        StateJson.write(folder.resolve(FILE), state);
    }

    /**
     * Reads what {@link #save} or LeRobot wrote, after the optimizer's own state, and goes on from there.
     *
     * @throws TrainingStateException where it is of another optimizer; then nothing is changed
     */
    public void load(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        Object state = StateJson.read(file);
        if (!(state instanceof Map<?, ?> map)
                || !(map.get("last_epoch") instanceof Number last)
                || last.longValue() < 0
                || !(map.get("base_lrs") instanceof List<?> base)) {
            throw new TrainingStateException(file, "it has no last_epoch, or no base_lrs");
        }
        if (!optimizer.initialRates().equals(base.stream().map(Schedule::number).toList())) {
            throw new TrainingStateException(
                    file,
                    "its base_lrs are " + base + ", the optimizer's " + optimizer.initialRates()
                            + ": they are of two trainings");
        }
        step = last.longValue();
        optimizer.scale(scheduler.factor(step));
    }

    private static double number(Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
