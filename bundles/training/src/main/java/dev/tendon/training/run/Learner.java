/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import dev.tendon.api.time.Clock;
import dev.tendon.checkpoint.DrawnInput;
import dev.tendon.checkpoint.TrainingModel;
import dev.tendon.nn.ParameterSpec;
import dev.tendon.nn.Port;
import dev.tendon.nn.train.TrainingProgram;
import dev.tendon.optim.Optimizer;
import dev.tendon.optim.Schedule;
import dev.tendon.optim.state.RandomState;
import dev.tendon.optim.state.TrainingStep;
import dev.tendon.safetensors.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A network that learns: program, optimizer and schedule. Owner thread: its creator's; what it holds is its creator's to close.
 */
final class Learner {
    private final TrainingModel model;
    private final TrainingProgram program;
    private final Optimizer optimizer;
    private final Optional<Schedule> schedule;
    private final Draws draws;
    private final Clock clock;

    Learner(
            TrainingModel model,
            TrainingProgram program,
            Optimizer optimizer,
            Optional<Schedule> schedule,
            Draws draws,
            Clock clock) {
        this.model = model;
        this.program = program;
        this.optimizer = optimizer;
        this.schedule = schedule;
        this.draws = draws;
        this.clock = clock;
    }

    /**
     * Learns from a batch.
     *
     * @param step how many steps were done before
     * @param startNs when the step began
     * @param inputs by name
     */
    StepFigures learn(long step, long startNs, Map<String, ByteBuffer> inputs) {
        long dataNs = clock.nanoTime();
        fill(inputs);
        for (DrawnInput drawn : model.drawn()) {
            draws.learn(drawn, step, program.bytes(drawn.name()));
        }
        long engineNs = clock.nanoTime();
        program.step(draws.engine(step));
        long optimizerNs = clock.nanoTime();
        double norm = optimizer.clip();
        optimizer.step();
        schedule.ifPresent(Schedule::advance);
        long endNs = clock.nanoTime();
        return new StepFigures(
                step + 1,
                outputs(),
                norm,
                optimizer.rates().get(0),
                dataNs - startNs,
                optimizerNs - engineNs,
                endNs - optimizerNs,
                endNs - startNs);
    }

    /** The loss of a batch that is held out; {@code number} counts such batches. */
    double evaluate(long number, Map<String, ByteBuffer> inputs) {
        fill(inputs);
        for (DrawnInput drawn : model.drawn()) {
            draws.evaluate(drawn, number, program.bytes(drawn.name()));
        }
        program.evaluate();
        return program.output(model.heldOut());
    }

    private void fill(Map<String, ByteBuffer> inputs) {
        inputs.forEach((name, bytes) -> program.bytes(name).put(bytes.duplicate()));
    }

    private Map<String, Double> outputs() {
        Map<String, Double> outputs = new LinkedHashMap<>();
        outputs.put(TrainingModel.LOSS, program.output(TrainingModel.LOSS));
        for (Port port : program.outputs()) {
            outputs.putIfAbsent(port.name(), program.output(port.name()));
        }
        return outputs;
    }

    /** All parameters and buffers: views, read when they are written. */
    List<Tensor> weights() {
        List<Tensor> weights = new ArrayList<>();
        for (ParameterSpec parameter : program.parameters()) {
            weights.add(Tensor.of(parameter.name(), parameter.shape().toArray(), program.value(parameter.name())));
        }
        return weights;
    }

    /** Writes {@code training_state}, a part each. */
    List<RunFiles.Writing> state(long step, int batch, long seed) {
        List<RunFiles.Writing> state = new ArrayList<>();
        state.add(new TrainingStep(step, batch)::save);
        state.add(folder -> RandomState.save(folder, seed));
        schedule.ifPresent(own -> state.add(own::save));
        state.add(optimizer::save);
        return state;
    }

    /** Goes on with what {@link #state} or LeRobot wrote. */
    void load(Path state) throws IOException {
        optimizer.load(state);
        if (schedule.isPresent()) {
            schedule.get().load(state);
        }
    }
}
