/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import dev.tendon.checkpoint.Checkpoint;
import dev.tendon.checkpoint.CheckpointFile;
import dev.tendon.checkpoint.FeatureKind;
import dev.tendon.checkpoint.PolicyFeature;
import dev.tendon.checkpoint.TrainingData;
import dev.tendon.checkpoint.TrainingModel;
import dev.tendon.checkpoint.TrainingWeights;
import dev.tendon.nn.Port;
import dev.tendon.nn.Shape;
import dev.tendon.safetensors.SafeTensors;
import dev.tendon.safetensors.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ACT's side of training, against files that LeRobot wrote. */
class ActTrainingTest {
    private static final Path GOLDEN = Golden.path("golden/config.json").getParent();

    @TempDir
    Path folder;

    @Test
    void aCheckpointIsByteForByteWhatLeRobotWrites() throws IOException {
        TrainingModel model = model(Map.of());
        Checkpoint checkpoint = Checkpoint.open(GOLDEN);
        List<CheckpointFile> files =
                CheckpointFile.of(model.policy(), checkpoint.statistics(model.features()), Map.of(), weights());

        for (CheckpointFile file : files) {
            file.writing().to(folder.resolve(file.name()));
        }

        try (Stream<Path> written = Files.list(folder)) {
            assertThat(written.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "config.json",
                            "model.safetensors",
                            "policy_preprocessor.json",
                            "policy_preprocessor_step_3_normalizer_processor.safetensors",
                            "policy_postprocessor.json",
                            "policy_postprocessor_step_0_unnormalizer_processor.safetensors");
        }
        for (CheckpointFile file : files) {
            assertThat(folder.resolve(file.name())).hasSameBinaryContentAs(GOLDEN.resolve(file.name()));
        }
    }

    @Test
    void parametersAreCountedInTheOrderOfLeRobotsOptimizer() throws IOException {
        TrainingWeights weights = model(Map.of()).weights();
        Map<String, Shape> trained = new HashMap<>();
        SafeTensors file = Golden.file("golden/model");
        for (String name : file.names()) {
            if (!name.matches(".*(bn\\d|downsample\\.1)\\..*|.*pos_enc")) {
                trained.put(name, Shape.of(file.tensor(name).shape()));
            }
        }
        List<String> counted = new ArrayList<>();
        for (int group = 0; group < weights.groups().size(); group++) {
            int number = group;
            trained.keySet().stream()
                    .filter(name -> weights.groups().get(number).names().test(name))
                    .sorted(weights.order())
                    .forEach(name -> counted.add(counted.size() + "," + number + "," + axes(trained.get(name))));
        }

        assertThat(counted).isEqualTo(Files.readAllLines(Golden.path("golden/optimizer_state.csv")));
    }

    private static String axes(Shape shape) {
        return shape.toString().replaceAll("[\\[\\] ]", "").replace(',', 'x');
    }

    @Test
    void itIsGivenTheActionsFromTheFrameOn() throws IOException {
        TrainingModel model = model(Map.of());

        assertThat(model.steps().byFeature()).isEqualTo(Map.of("action", List.of(0, 1, 2, 3, 4, 5, 6, 7)));
        assertThat(model.inputs(2).stream().map(Port::toString))
                .contains(
                        "Port[name=action, kind=FLOAT32, shape=[2, 8, 6]]",
                        "Port[name=action_is_pad, kind=BOOL, shape=[2, 8]]",
                        "Port[name=noise, kind=FLOAT32, shape=[2, 8]]",
                        "Port[name=observation.images.top, kind=FLOAT32, shape=[2, 3, 64, 96]]");
    }

    @Test
    void itSaysWhatADatasetLacks() {
        Map<String, PolicyFeature> other = new LinkedHashMap<>(features());
        other.remove("observation.images.wrist");
        other.put("observation.state", new PolicyFeature(FeatureKind.STATE, List.of(7)));

        assertThatThrownBy(() -> ActTraining.of(config(Map.of()), new TrainingData(other, "cpu")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll("observation.images.wrist", "[6]", "[7]", "--rename_map");
    }

    @Test
    void weightsOfAnotherNetworkAreRefused() throws IOException {
        TrainingModel model = model(
                Map.of("vision_backbone", "resnet34", "pretrained_backbone_weights", "ResNet18_Weights.IMAGENET1K_V1"));

        assertThatThrownBy(model::weights)
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll("ResNet18", "resnet34", "null");
    }

    private static TrainingModel model(Map<String, ?> over) throws IOException {
        return ActTraining.of(config(over), new TrainingData(features(), "cpu"));
    }

    private static ActConfig config(Map<String, ?> over) throws IOException {
        Map<String, Object> all = new HashMap<>(over);
        all.put("pretrained_path", null);
        return Configs.of(GOLDEN, all);
    }

    private static Map<String, PolicyFeature> features() {
        Map<String, PolicyFeature> features = new LinkedHashMap<>();
        features.put("observation.images.top", new PolicyFeature(FeatureKind.VISUAL, List.of(3, 64, 96)));
        features.put("observation.images.wrist", new PolicyFeature(FeatureKind.VISUAL, List.of(3, 64, 96)));
        features.put("observation.state", new PolicyFeature(FeatureKind.STATE, List.of(6)));
        features.put("action", new PolicyFeature(FeatureKind.ACTION, List.of(6)));
        return features;
    }

    private static List<Tensor> weights() throws IOException {
        SafeTensors file = Golden.file("golden/model");
        List<Tensor> tensors = new ArrayList<>();
        for (String name : file.names()) {
            Tensor tensor = file.tensor(name);
            tensors.add(Tensor.of(name, tensor.shape(), tensor.bytes().asFloatBuffer()));
        }
        return tensors;
    }
}
