/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.option.ConfigException;
import dev.tendon.checkpoint.Checkpoint;
import dev.tendon.checkpoint.DrawnInput;
import dev.tendon.checkpoint.TrainedPolicy;
import dev.tendon.checkpoint.TrainingData;
import dev.tendon.checkpoint.TrainingModel;
import dev.tendon.checkpoint.TrainingPreset;
import dev.tendon.checkpoint.TrainingSteps;
import dev.tendon.checkpoint.TrainingWeights;
import dev.tendon.nn.ElementKind;
import dev.tendon.nn.Network;
import dev.tendon.nn.Port;
import dev.tendon.nn.Shape;
import dev.tendon.nn.WeightSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** How ACT is trained: LeRobot 0.6, {@code policies/act}. */
final class ActTraining implements TrainingModel {
    private static final String BACKBONE = "model.backbone";

    private final ActConfig config;
    private final ActShape shape;
    private final Optional<WeightSource> start;
    private final TrainedPolicy policy;

    private ActTraining(ActConfig config, ActShape shape, Optional<WeightSource> start, TrainedPolicy policy) {
        this.config = config;
        this.shape = shape;
        this.start = start;
        this.policy = policy;
    }

    /** Opens the checkpoint that {@code config} names, where it does. */
    static ActTraining of(ActConfig config, TrainingData data) throws IOException {
        if (config.pushToHub() && config.pretrainedPath().isEmpty()) {
            throw new ConfigException("push_to_hub: Tendon cannot upload yet. Train without it, then upload the "
                    + "checkpoint with huggingface-cli upload");
        }
        ActConfig fitted = config.withFeatures(data.inputs(config.inputFeatures()), data.outputs());
        Optional<WeightSource> start = Optional.empty();
        if (config.pretrainedPath().isPresent()) {
            start = Optional.of(Checkpoint.open(config.pretrainedPath().get()).weights());
        }
        ActShape shape = ActShapes.of(fitted, start);
        TrainedPolicy policy = TrainedPolicy.usual(
                ActConfigJson.of(fitted, data.device()),
                fitted.inputFeatures(),
                fitted.outputFeatures(),
                ActCheckpoint.modes(fitted),
                data.device());
        return new ActTraining(fitted, shape, start, policy);
    }

    @Override
    public Network loss() {
        return new ActLoss(shape, config.klWeight());
    }

    @Override
    public String heldOut() {
        return ActLoss.DISTANCE;
    }

    @Override
    public List<Port> inputs(int batch) {
        List<Port> ports = new ArrayList<>();
        policy.inputs().forEach((name, feature) -> ports.add(port(name, batch, feature.shape())));
        ports.add(port(
                ActModel.ACTION, batch, List.of(shape.chunk(), shape.ports().action())));
        ports.add(new Port(ActModel.PADDING, ElementKind.BOOL, Shape.of(batch, shape.chunk())));
        if (shape.variational()) {
            ports.add(port(ActLoss.NOISE, batch, List.of(shape.latent())));
            ports.add(port(ActLoss.LEARNING, 1, List.of()));
        }
        return List.copyOf(ports);
    }

    private static Port port(String name, int first, List<Integer> others) {
        long[] axes = IntStream.concat(IntStream.of(first), others.stream().mapToInt(Integer::intValue))
                .asLongStream()
                .toArray();
        return new Port(name, ElementKind.FLOAT32, Shape.of(axes));
    }

    @Override
    public List<DrawnInput> drawn() {
        return shape.variational()
                ? List.of(DrawnInput.normal(ActLoss.NOISE), DrawnInput.learning(ActLoss.LEARNING))
                : List.of();
    }

    /** The observation of the frame itself, and the actions from it on. */
    @Override
    public TrainingSteps steps() {
        return new TrainingSteps(
                Map.of(
                        ActModel.ACTION,
                        IntStream.range(0, shape.chunk()).boxed().toList()),
                0);
    }

    @Override
    public TrainingWeights weights() {
        return new TrainingWeights(
                start,
                pretrained(),
                name -> false,
                List.of(
                        new TrainingWeights.Group(name -> !name.startsWith(BACKBONE), OptionalDouble.empty()),
                        new TrainingWeights.Group(
                                name -> name.startsWith(BACKBONE), OptionalDouble.of(config.optimizerLrBackbone()))),
                ActOrder.comparator());
    }

    private Optional<TrainingWeights.Pretrained> pretrained() {
        if (start.isPresent() || shape.ports().cameras().isEmpty()) {
            return Optional.empty();
        }
        config.pretrainedBackboneWeights().ifPresent(this::checkBackbone);
        return config.pretrainedBackboneWeights()
                .map(name ->
                        new TrainingWeights.Pretrained(name, BACKBONE + ".", "--policy.pretrained_backbone_weights"));
    }

    /** torchvision refuses the weights of another network, too. */
    private void checkBackbone(String weights) {
        String network = config.visionBackbone() + "_weights.";
        if (weights.contains("_Weights.") && !weights.toLowerCase(Locale.ROOT).startsWith(network)) {
            throw new ConfigException("pretrained_backbone_weights: " + weights + " are not of "
                    + config.visionBackbone() + ". Name that network's, or give null to begin without");
        }
    }

    @Override
    public TrainingPreset preset() {
        return new TrainingPreset(
                new Chosen<>(
                        "adamw", Map.of("lr", config.optimizerLr(), "weight_decay", config.optimizerWeightDecay())),
                Optional.empty());
    }

    @Override
    public TrainedPolicy policy() {
        return policy;
    }
}
