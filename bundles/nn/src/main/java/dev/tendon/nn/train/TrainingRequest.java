/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.train;

import dev.tendon.nn.Network;
import dev.tendon.nn.Port;
import dev.tendon.nn.WeightSource;
import java.util.List;
import java.util.function.Predicate;

/**
 * What an engine is asked to train.
 *
 * @param name names the network in messages: {@code act}
 * @param network gives losses, each a single number; {@link TrainingProgram#LOSS} is what is differentiated
 * @param weights where parameters begin; those that it lacks are drawn, see {@link InitialWeights}
 * @param inputs what it will be given, batch included
 * @param device where it runs: LeRobot's names, {@code cpu}, {@code cuda}, {@code cuda:1}
 * @param threads threads that a step may use; 0 leaves it to the engine
 * @param initSeed decides what is drawn for parameters that {@code weights} lacks
 * @param frozen whether the parameter of this name is kept as it is, and gets no gradient; asked of trainable ones only
 */
public record TrainingRequest(
        String name,
        Network network,
        WeightSource weights,
        List<Port> inputs,
        String device,
        int threads,
        long initSeed,
        Predicate<String> frozen) {}
