/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import dev.tendon.nn.WeightSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * What parameters begin with, and which of them are trained how.
 *
 * @param start weights to begin with; a parameter that is not among them begins as its {@link dev.tendon.nn.Init} says
 * @param pretrained weights of others to begin with, where {@code start} has none
 * @param frozen parameters that are not trained though the network would
 * @param groups which parameters are trained at which rate; each parameter is of the first group that takes it. Order: LeRobot's
 * @param order the order of parameters in a group, by name: that of PyTorch's {@code named_parameters}, by which the optimizer's state
 *     names them
 */
public record TrainingWeights(
        Optional<WeightSource> start,
        Optional<Pretrained> pretrained,
        Predicate<String> frozen,
        List<Group> groups,
        Comparator<String> order) {
    public TrainingWeights {
        groups = List.copyOf(groups);
    }

    /**
     * Weights that others published.
     *
     * @param weights their name, as torchvision has it: {@code ResNet18_Weights.IMAGENET1K_V1}
     * @param scope what comes before their names here: {@code model.backbone.}
     * @param option the option that names them, for messages
     */
    public record Pretrained(String weights, String scope, String option) {}

    /**
     * Parameters that are trained at one rate.
     *
     * @param names takes those of the group
     * @param rate their learning rate; none: the optimizer's
     */
    public record Group(Predicate<String> names, OptionalDouble rate) {}
}
