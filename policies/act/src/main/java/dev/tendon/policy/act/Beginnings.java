/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import dev.tendon.nn.Init;
import dev.tendon.nn.ParameterSpec;
import dev.tendon.nn.Shape;

/** How parameters begin where LeRobot or torchvision do not leave it to PyTorch's layers. */
final class Beginnings {
    private static final int LINEAR = 2;
    private static final int CONVOLUTION = 4;

    private Beginnings() {}

    /** Xavier's for every matrix: LeRobot 0.6, {@code ACT._reset_parameters}, for encoder and decoder. */
    static ParameterSpec transformer(ParameterSpec parameter) {
        Shape shape = parameter.shape();
        return shape.rank() == LINEAR ? beginning(parameter, Init.xavier(shape.axis(1), shape.axis(0))) : parameter;
    }

    /** Kaiming's normal for every convolution, by its fan-out: torchvision 0.22, {@code models/resnet.py}. */
    static ParameterSpec backbone(ParameterSpec parameter) {
        Shape shape = parameter.shape();
        if (shape.rank() != CONVOLUTION) {
            return parameter;
        }
        long fanOut = shape.axis(0) * shape.axis(2) * shape.axis(3);
        return beginning(parameter, new Init.Normal(Math.sqrt(2.0 / fanOut)));
    }

    private static ParameterSpec beginning(ParameterSpec parameter, Init init) {
        return new ParameterSpec(parameter.name(), parameter.shape(), init, parameter.trainable());
    }
}
