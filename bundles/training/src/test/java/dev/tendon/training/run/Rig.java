/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import dev.tendon.api.choice.Choice;
import dev.tendon.api.choice.ChoiceInfo;
import dev.tendon.api.choice.ChoiceType;
import dev.tendon.api.choice.Choices;
import dev.tendon.api.choice.Chosen;
import dev.tendon.api.policy.PolicyType;
import dev.tendon.config.ChoiceCatalog;
import dev.tendon.config.ChoiceEntry;
import dev.tendon.config.CommandLine;
import dev.tendon.config.ConfigMapper;
import dev.tendon.config.RefusedChoice;
import dev.tendon.nn.train.TrainingEngine;
import dev.tendon.optim.OptimizerType;
import dev.tendon.optim.SchedulerType;
import dev.tendon.optim.internal.AdamWType;
import dev.tendon.optim.internal.ConstantType;
import dev.tendon.training.options.TrainOptions;
import dev.tendon.video.Video;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trains a straight line on four episodes of eight frames that LeRobot wrote. */
final class Rig implements ChoiceCatalog, Choices {
    static final Path DATASET = resource("/golden/four-episodes");

    final LineEngine engine = new LineEngine();
    final List<String> notes = new ArrayList<>();
    final List<StepFigures> steps = new ArrayList<>();
    final Map<Long, Double> heldOut = new LinkedHashMap<>();
    final List<Path> saved = new ArrayList<>();
    RunFiles files = new LocalRunFiles();
    Runnable afterStep = () -> {};

    private final Map<String, ChoiceType<?>> types = Map.of(
            "policy line", new LinePolicy(),
            "optimizer adamw", new AdamWType(),
            "scheduler constant_with_warmup", new ConstantType());

    static Path resource(String name) {
        try {
            return Path.of(Rig.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Options of a run of ten steps into {@code folder}, and others over these. */
    TrainOptions options(Path folder, Map<String, ?> over) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("dataset", Map.of("root", DATASET.toString(), "repo_id", "us/golden"));
        plain.put("policy", Map.of("type", "line"));
        plain.put("output_dir", folder.toString());
        plain.put("steps", 10);
        plain.put("batch_size", 3);
        plain.put("num_workers", 2);
        plain.put("engine", "line");
        plain.putAll(over);
        return new ConfigMapper(this).fromPlain(TrainOptions.class, plain);
    }

    /** Options of a run that goes on. */
    TrainOptions resumed(Path checkpoint, String... over) {
        List<String> args = new ArrayList<>(List.of("--resume=true", "--engine=line"));
        args.add("--config_path=" + checkpoint.resolve("pretrained_model/train_config.json"));
        args.addAll(List.of(over));
        return new CommandLine(this).parse(TrainOptions.class, args).options();
    }

    /** What is installed. */
    TrainingParts parts() {
        TrainingParts parts = new TrainingParts(this);
        parts.policies = List.of(Map.entry(named("line"), (PolicyType<?>) types.get("policy line")));
        parts.optimizers = List.of(Map.entry(named("adamw"), (OptimizerType<?>) types.get("optimizer adamw")));
        parts.schedulers = List.of(Map.entry(
                named("constant_with_warmup"), (SchedulerType<?>) types.get("scheduler constant_with_warmup")));
        parts.engines = List.of(Map.entry(Map.of(TrainingEngine.NAME, "line"), engine));
        return parts;
    }

    RunResult train(TrainOptions options) throws IOException {
        Trainer trainer = new Trainer(
                parts(),
                noVideo(),
                Path.of("/nowhere"),
                new CountingClock(),
                java.time.Clock.system(ZoneOffset.UTC),
                files);
        return trainer.train(options, info -> listener(), notes::add);
    }

    private static Map<String, Object> named(String name) {
        return Map.of(Choice.PROPERTY, new String[] {name});
    }

    private RunListener listener() {
        return new RunListener() {
            @Override
            public void step(StepFigures figures) {
                steps.add(figures);
                afterStep.run();
            }

            @Override
            public void heldOut(long step, double loss) {
                heldOut.put(step, loss);
            }

            @Override
            public void saved(long step, Path folder) {
                saved.add(folder);
            }
        };
    }

    List<Double> losses() {
        return steps.stream().map(step -> step.losses().get("loss")).toList();
    }

    /** There is none in a dataset of images. */
    static Video noVideo() {
        return (Video) Proxy.newProxyInstance(
                Rig.class.getClassLoader(), new Class<?>[] {Video.class}, (self, method, args) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    @Override
    public List<ChoiceInfo> list() {
        return List.of();
    }

    @Override
    public Optional<ChoiceEntry> find(String registry, String name) {
        return Optional.ofNullable(types.get(registry + " " + name))
                .map(type ->
                        new ChoiceEntry(new ChoiceInfo(registry, name, List.of(), "test", "1", ""), type.configType()));
    }

    @Override
    public List<RefusedChoice> refused() {
        return List.of();
    }

    @Override
    public <C extends Record> C bind(ChoiceType<C> type, Chosen<?> chosen) {
        return new ConfigMapper(this).fromPlain(type.configType(), chosen.options());
    }
}
