/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Changes parameters by their gradients. Thread: one, its creator's; it calls the creator's {@link Lanes}. */
@ConsumerType
public interface Optimizer {
    /**
     * Measures the gradients and, where the option {@code grad_clip_norm} is above 0, limits them to it in the next {@link #step}. Gradients
     * themselves are not written.
     *
     * @return the norm of all gradients together, before
     */
    double clip();

    /** Changes the parameters once. Allocates only the first time that a parameter has a gradient. */
    void step();

    /** The groups' learning rates now. */
    List<Double> rates();

    /** The groups' learning rates before any schedule. */
    List<Double> initialRates();

    /** The learning rate of the options, which a group without its own has at first. */
    double defaultRate();

    /** Makes the rates the initial ones times {@code factor}: from the first call on, a schedule governs them. */
    void scale(double factor);

    /**
     * Writes its state as LeRobot does, {@code optimizer_state.safetensors} and {@code optimizer_param_groups.json}, each aside and moved
     * into place. Several optimizers, as {@code multi_adam}'s, have a folder each.
     */
    void save(Path folder) throws IOException;

    /**
     * Reads what {@link #save} or LeRobot wrote; the options in the file, such as betas, replace those that it was made with.
     *
     * @throws TrainingStateException where it does not fit the parameters; then nothing is changed
     */
    void load(Path folder) throws IOException;
}
