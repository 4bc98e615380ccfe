/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import dev.tendon.nn.ElementKind;
import dev.tendon.nn.Port;
import dev.tendon.nn.Program;
import dev.tendon.nn.Shape;
import dev.tendon.nn.Unary;
import dev.tendon.nn.train.TrainingProgram;
import dev.tendon.safetensors.ElementType;
import dev.tendon.safetensors.SafeTensors;
import dev.tendon.safetensors.Tensor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** LeRobot's reference numbers; the README among the resources says what they are. */
final class Golden {
    static final ActShape SMALL = new ActShape(
            8,
            32,
            4,
            48,
            Unary.RELU,
            2,
            1,
            false,
            true,
            8,
            2,
            0,
            new ActShape.Ports(6, 0, List.of("observation.images.top", "observation.images.wrist"), 6),
            BackboneShape.of("resnet18", false).width(8));

    static final ActShape FULL = new ActShape(
            100,
            512,
            8,
            3200,
            Unary.RELU,
            4,
            1,
            false,
            true,
            32,
            4,
            0.1,
            new ActShape.Ports(6, 0, List.of("observation.images.top"), 6),
            BackboneShape.of("resnet18", false));

    private Golden() {}

    static Path path(String name) {
        try {
            return Path.of(Golden.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static SafeTensors file(String name) throws IOException {
        return SafeTensors.open(path(name + ".safetensors"));
    }

    static List<Port> ports(Map<String, Tensor> inputs) {
        List<Port> ports = new ArrayList<>();
        inputs.forEach((name, tensor) -> ports.add(new Port(
                name,
                tensor.type() == ElementType.BOOL ? ElementKind.BOOL : ElementKind.FLOAT32,
                Shape.of(tensor.shape()))));
        return ports;
    }

    static void fill(Program program, Map<String, Tensor> inputs) {
        inputs.forEach((name, tensor) -> fill(program.bytes(name), tensor));
    }

    static void fill(TrainingProgram program, Map<String, Tensor> inputs) {
        inputs.forEach((name, tensor) -> fill(program.bytes(name), tensor));
    }

    private static void fill(ByteBuffer target, Tensor tensor) {
        if (tensor.type() == ElementType.BOOL) {
            target.put(tensor.bytes());
        } else {
            target.asFloatBuffer().put(tensor.floats());
        }
    }

    static float[] output(Program program, String name) {
        float[] values = new float[program.floats(name).remaining()];
        program.floats(name).get(values);
        return values;
    }
}
