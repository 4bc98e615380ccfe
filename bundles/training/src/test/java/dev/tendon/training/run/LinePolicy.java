/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import dev.tendon.api.choice.Choice;
import dev.tendon.api.choice.Chosen;
import dev.tendon.api.option.Default;
import dev.tendon.api.policy.Policy;
import dev.tendon.api.policy.PolicyContext;
import dev.tendon.checkpoint.Checkpoint;
import dev.tendon.checkpoint.DrawnInput;
import dev.tendon.checkpoint.FeatureKind;
import dev.tendon.checkpoint.NormalizationMode;
import dev.tendon.checkpoint.PolicyFeature;
import dev.tendon.checkpoint.PolicyModel;
import dev.tendon.checkpoint.TrainablePolicy;
import dev.tendon.checkpoint.TrainedPolicy;
import dev.tendon.checkpoint.TrainingData;
import dev.tendon.checkpoint.TrainingModel;
import dev.tendon.checkpoint.TrainingPreset;
import dev.tendon.checkpoint.TrainingSteps;
import dev.tendon.checkpoint.TrainingWeights;
import dev.tendon.nn.ElementKind;
import dev.tendon.nn.Network;
import dev.tendon.nn.Ops;
import dev.tendon.nn.Parameters;
import dev.tendon.nn.Port;
import dev.tendon.nn.Shape;
import dev.tendon.nn.Tensor;
import dev.tendon.nn.WeightSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What {@link LineEngine} learns. */
@Choice("line")
final class LinePolicy implements TrainablePolicy<LinePolicy.Config> {
    record Config(Optional<Path> pretrainedPath, @Default("0.01") double rate, Optional<String> device) {}

    @Override
    public Class<Config> configType() {
        return Config.class;
    }

    @Override
    public Policy create(Config config, PolicyContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PolicyModel model(Config config) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TrainingModel training(Config config, TrainingData data) throws IOException {
        Optional<WeightSource> start = Optional.empty();
        if (config.pretrainedPath().isPresent()) {
            start = Optional.of(Checkpoint.open(config.pretrainedPath().get()).weights());
        }
        return new Model(config, data, start);
    }

    private record Model(Config config, TrainingData data, Optional<WeightSource> start) implements TrainingModel {
        @Override
        public Network loss() {
            return new Network() {
                @Override
                public <T extends Tensor> Map<String, T> apply(
                        Ops<T> nn, Parameters<T> parameters, Map<String, T> inputs) {
                    throw new UnsupportedOperationException();
                }
            };
        }

        @Override
        public String heldOut() {
            return "plain_loss";
        }

        @Override
        public List<Port> inputs(int batch) {
            return List.of(
                    new Port("observation.state", ElementKind.FLOAT32, Shape.of(batch, size("observation.state"))),
                    new Port("observation.images.front", ElementKind.FLOAT32, Shape.of(batch, 3, 48, 64)),
                    new Port("action", ElementKind.FLOAT32, Shape.of(batch, 3, size("action"))),
                    new Port("action_is_pad", ElementKind.BOOL, Shape.of(batch, 3)),
                    new Port("noise", ElementKind.FLOAT32, Shape.of(batch)));
        }

        private int size(String feature) {
            return data.features().get(feature).shape().get(0);
        }

        @Override
        public List<DrawnInput> drawn() {
            return List.of(DrawnInput.normal("noise"));
        }

        @Override
        public TrainingSteps steps() {
            return new TrainingSteps(Map.of("action", List.of(0, 1, 2)), 0);
        }

        @Override
        public TrainingWeights weights() {
            return new TrainingWeights(
                    start,
                    Optional.empty(),
                    name -> false,
                    List.of(
                            new TrainingWeights.Group(name -> name.startsWith("line"), OptionalDouble.empty()),
                            new TrainingWeights.Group(name -> true, OptionalDouble.of(0.001))),
                    Comparator.naturalOrder());
        }

        @Override
        public TrainingPreset preset() {
            return new TrainingPreset(
                    new Chosen<>("adamw", Map.of("lr", config.rate(), "weight_decay", 0.01)),
                    Optional.of(new Chosen<>("constant_with_warmup", Map.of("num_warmup_steps", 3))));
        }

        @Override
        public TrainedPolicy policy() {
            Map<String, PolicyFeature> inputs = new LinkedHashMap<>();
            for (String name : List.of("observation.images.front", "observation.state")) {
                inputs.put(name, data.features().get(name));
            }
            Map<FeatureKind, NormalizationMode> modes = new LinkedHashMap<>();
            modes.put(FeatureKind.VISUAL, NormalizationMode.MEAN_STD);
            modes.put(FeatureKind.STATE, NormalizationMode.MEAN_STD);
            modes.put(FeatureKind.ACTION, NormalizationMode.MIN_MAX);
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("type", "line");
            json.put("rate", config.rate());
            return TrainedPolicy.usual(
                    json, inputs, Map.of("action", data.features().get("action")), modes, "cpu");
        }
    }
}
