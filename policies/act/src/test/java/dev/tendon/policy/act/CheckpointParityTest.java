/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.checkpoint.Checkpoint;
import dev.tendon.checkpoint.FeatureKind;
import dev.tendon.checkpoint.NormalizationMode;
import dev.tendon.checkpoint.PolicyFeature;
import dev.tendon.lib.onnxruntime.Natives;
import dev.tendon.nn.Network;
import dev.tendon.nn.Program;
import dev.tendon.nn.ProgramRequest;
import dev.tendon.nn.onnx.OnnxEngine;
import dev.tendon.safetensors.SafeTensors;
import dev.tendon.safetensors.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole checkpoints, normalization and all, against LeRobot: what the robot observes in, what it is sent out. */
class CheckpointParityTest {
    private static final Map<FeatureKind, NormalizationMode> MODES = Map.of(
            FeatureKind.VISUAL, NormalizationMode.MEAN_STD,
            FeatureKind.STATE, NormalizationMode.MEAN_STD,
            FeatureKind.ACTION, NormalizationMode.MEAN_STD);

    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(strings = {"golden", "legacy"})
    void actsAsLeRobots(String form) throws IOException {
        Checkpoint checkpoint = Checkpoint.open(Golden.path(form));
        ActConfig config = Configs.of(Golden.path(form));
        ActShape shape = ActShapes.of(config, java.util.Optional.of(checkpoint.weights()));
        Map<String, PolicyFeature> features = new HashMap<>(config.inputFeatures());
        features.putAll(config.outputFeatures());
        Network network = checkpoint.around(new ActInference(shape), MODES, features);
        SafeTensors raw = Golden.file("golden/inputs_raw");
        Map<String, Tensor> inputs = new TreeMap<>();
        for (String name : config.inputFeatures().keySet()) {
            inputs.put(name, raw.tensor(name));
        }
        ProgramRequest request =
                new ProgramRequest("act", network, checkpoint.weights(), Golden.ports(inputs), "cpu", 1, false);
        try (Program program = new OnnxEngine(new Natives(home, "test")).prepare(request)) {
            Golden.fill(program, inputs);
            program.run();

            float[] expected =
                    Golden.file(form + "/outputs").tensor("actions_raw").floats();
            assertThat(Golden.output(program, "action")).containsExactly(expected, Offset.offset(2e-5f));
            assertThat(shape).isEqualTo(Golden.SMALL);
        }
    }
}
