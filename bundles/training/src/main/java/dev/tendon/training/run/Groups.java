/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import dev.tendon.checkpoint.TrainingWeights;
import dev.tendon.nn.ParameterSpec;
import dev.tendon.nn.train.TrainingProgram;
import dev.tendon.optim.ParameterGroup;
import dev.tendon.optim.TrainedParameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A program's parameters in a policy's groups, in LeRobot's order. */
final class Groups {
    private Groups() {}

    static List<ParameterGroup> of(TrainingProgram program, TrainingWeights weights) {
        List<ParameterSpec> left = new ArrayList<>(program.parameters());
        left.removeIf(parameter -> !parameter.trainable());
        left.sort(Comparator.comparing(ParameterSpec::name, weights.order()));
        List<ParameterGroup> groups = new ArrayList<>();
        for (TrainingWeights.Group group : weights.groups()) {
            List<TrainedParameter> own = new ArrayList<>();
            left.removeIf(parameter -> group.names().test(parameter.name()) && own.add(trained(program, parameter)));
            ParameterGroup made = new ParameterGroup(Integer.toString(groups.size()), own);
            groups.add(group.rate().isPresent() ? made.withRate(group.rate().getAsDouble()) : made);
        }
        if (!left.isEmpty()) {
            throw new IllegalStateException("Parameters in no group: " + left);
        }
        return groups;
    }

    private static TrainedParameter trained(TrainingProgram program, ParameterSpec parameter) {
        return new TrainedParameter(
                parameter.name(),
                parameter.shape(),
                program.value(parameter.name()),
                () -> program.gradient(parameter.name()));
    }
}
