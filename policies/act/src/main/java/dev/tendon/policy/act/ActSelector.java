/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import dev.tendon.checkpoint.ActionSelector;
import dev.tendon.nn.Port;
import dev.tendon.nn.Program;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** A queue of planned actions, or an average of all plans: LeRobot 0.6, {@code ACTPolicy.select_action}. Owner thread: its creator's. */
final class ActSelector implements ActionSelector {
    private final int actionSteps;
    private final Optional<TemporalEnsembler> ensembler;
    private final Program program;
    private final float[] prediction;
    private final int size;
    private int taken;

    ActSelector(ActShape shape, int actionSteps, Optional<TemporalEnsembler> ensembler, Program program) {
        this.actionSteps = actionSteps;
        this.ensembler = ensembler;
        this.program = program;
        size = shape.ports().action();
        prediction = new float[shape.chunk() * size];
        taken = actionSteps;
    }

    @Override
    public void reset() {
        taken = actionSteps;
        ensembler.ifPresent(TemporalEnsembler::reset);
    }

    @Override
    public float[] select(Map<String, float[]> observation) {
        if (ensembler.isPresent()) {
            plan(observation);
            float[] action = new float[size];
            ensembler.get().update(prediction, action);
            return action;
        }
        if (taken == actionSteps) {
            plan(observation);
            taken = 0;
        }
        int from = taken++ * size;
        return Arrays.copyOfRange(prediction, from, from + size);
    }

    private void plan(Map<String, float[]> observation) {
        for (Port port : program.inputs()) {
            float[] values = observation.get(port.name());
            if (values == null || values.length != port.shape().elements()) {
                throw new IllegalArgumentException("\"" + port.name() + "\" needs "
                        + port.shape().elements() + " numbers and has " + (values == null ? "none" : values.length));
            }
            program.floats(port.name()).put(values);
        }
        program.run();
        program.floats(ActModel.ACTION).get(prediction);
    }
}
