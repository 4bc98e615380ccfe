/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.json.PythonJson;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.time.Clock;
import dev.tendon.checkpoint.Checkpoint;
import dev.tendon.checkpoint.CheckpointFile;
import dev.tendon.checkpoint.FeatureKind;
import dev.tendon.checkpoint.Normalization;
import dev.tendon.checkpoint.Statistics;
import dev.tendon.checkpoint.TrainingData;
import dev.tendon.checkpoint.TrainingModel;
import dev.tendon.checkpoint.TrainingWeights;
import dev.tendon.dataset.EpisodeInfo;
import dev.tendon.dataset.read.EpisodeSampler;
import dev.tendon.nn.NetworkException;
import dev.tendon.nn.ParameterSpec;
import dev.tendon.nn.train.TrainingEngine;
import dev.tendon.nn.train.TrainingProgram;
import dev.tendon.nn.train.TrainingRequest;
import dev.tendon.optim.Lanes;
import dev.tendon.optim.Optimizer;
import dev.tendon.optim.Schedule;
import dev.tendon.safetensors.Tensor;
import dev.tendon.training.options.TrainOptions;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Puts a run together and lets it go. Thread: any; a run has a thread of its own, and who calls {@link #train} waits for it: an interrupt lets
 * it end after the step that it is at, with a checkpoint.
 */
public final class Trainer {
    /** More threads than these do not make memory faster. */
    private static final int MOST_LANES = 8;

    private static final int INDENT = 4;

    private final TrainingParts parts;
    private final Video video;
    private final Path home;
    private final Clock clock;
    private final java.time.Clock wall;
    private final RunFiles files;

    /**
     * Trains with what is installed.
     *
     * @param home LeRobot's folder of datasets
     * @param clock measures
     * @param wall names folders
     */
    public Trainer(TrainingParts parts, Video video, Path home, Clock clock, java.time.Clock wall) {
        this(parts, video, home, clock, wall, new LocalRunFiles());
    }

    Trainer(TrainingParts parts, Video video, Path home, Clock clock, java.time.Clock wall, RunFiles files) {
        this.parts = parts;
        this.video = video;
        this.home = home;
        this.clock = clock;
        this.wall = wall;
        this.files = files;
    }

    /**
     * Trains.
     *
     * @param begun is told what is about to be trained, and gives whoever hears how it goes
     * @param notes hears what the user should know
     * @throws ConfigException where options contradict each other or the data
     * @throws IOException where data cannot be read, or a checkpoint cannot be written
     */
    public RunResult train(TrainOptions options, Function<RunInfo, RunListener> begun, Consumer<String> notes)
            throws IOException {
        AtomicBoolean stop = new AtomicBoolean();
        return Uninterrupted.call("tendon-train", () -> train(options, begun, notes, stop::get), () -> stop.set(true));
    }

    private RunResult train(
            TrainOptions options, Function<RunInfo, RunListener> begun, Consumer<String> notes, BooleanSupplier stop)
            throws IOException {
        Optional<Resumption> resumption = options.resume() ? Optional.of(Resumption.of(options)) : Optional.empty();
        String job = options.jobName().orElse(options.policy().type());
        Path folder = resumption.map(Resumption::run).orElseGet(() -> RunFolder.fresh(options, job, wall));
        resumption.ifPresent(from -> note(from, options, notes));
        try (RunData data = RunData.open(options, home, video, notes)) {
            TrainingEngine engine = parts.engine(options.engine());
            String device = Devices.choose(options.policy(), engine, notes);
            TrainingModel model =
                    parts.model(policy(options, resumption), new TrainingData(data.features(), Devices.kind(device)));
            Prepared prepared = new Prepared(options, folder, job, data, model, resumption, device);
            return train(prepared, engine, begun, notes, stop);
        }
    }

    /** What is known before the engine is asked. */
    private record Prepared(
            TrainOptions options,
            Path folder,
            String job,
            RunData data,
            TrainingModel model,
            Optional<Resumption> resumption,
            String device) {
        Statistics statistics() throws IOException {
            return resumption.isPresent()
                    ? Checkpoint.open(resumption.get().model()).statistics(model.features())
                    : DatasetNumbers.read(
                            data.dataset().root(),
                            model.features(),
                            options.renameMap(),
                            options.dataset().useImagenetStats());
        }

        long done() {
            return resumption.map(from -> from.step().step()).orElse(0L);
        }
    }

    private RunResult train(
            Prepared run,
            TrainingEngine engine,
            Function<RunInfo, RunListener> begun,
            Consumer<String> notes,
            BooleanSupplier stop)
            throws IOException {
        TrainOptions options = run.options;
        TrainingModel model = run.model;
        Statistics statistics = run.statistics();
        Normalization normalization = Normalization.of(
                model.features(),
                model.policy().modes(),
                statistics,
                run.resumption.map(Resumption::model).orElse(run.data.dataset().root()));
        TrainingWeights weights = model.weights();
        EpisodeSampler sampler = run.data.sampler(model);
        Draws draws = new Draws(options.seedOrZero());
        TrainingRequest request = new TrainingRequest(
                options.policy().type(),
                model.loss(),
                StartingWeights.of(weights),
                model.inputs(options.batchSize()),
                run.device,
                options.threads(),
                draws.weights(),
                weights.frozen());
        try (TrainingProgram program = prepare(engine, request);
                Lanes lanes = new Lanes(lanes(options))) {
            Chosen<?> chosenOptimizer = Presets.optimizer(options, model.preset());
            Optional<? extends Chosen<?>> chosenScheduler = Presets.scheduler(options, model.preset());
            Optimizer optimizer = parts.optimizer(chosenOptimizer, Groups.of(program, weights), lanes);
            Optional<Schedule> schedule = chosenScheduler.map(chosen ->
                    Schedule.start(parts.scheduler(chosen, options.steps(), optimizer.defaultRate()), optimizer));
            Learner learner = new Learner(model, program, optimizer, schedule, draws, clock);
            Checkpoints checkpoints = new Checkpoints(run.folder, options.steps(), files);
            if (run.resumption.isPresent()) {
                learner.load(run.resumption.get().state());
                checkpoints.resumed(run.resumption.get().checkpoint());
            }
            unused(program, weights, notes);
            Map<String, Object> config = TrainConfigJson.of(
                    options,
                    run.folder,
                    run.job,
                    model.policy().config(),
                    parts.plainOptimizer(chosenOptimizer),
                    chosenScheduler.map(parts::plainScheduler));
            Function<List<Tensor>, List<CheckpointFile>> modelFiles = tensors -> {
                List<CheckpointFile> all =
                        new ArrayList<>(CheckpointFile.of(model.policy(), statistics, options.renameMap(), tensors));
                all.add(CheckpointFile.text("train_config.json", PythonJson.ascii(config, INDENT)));
                return all;
            };
            RunInfo info = info(run, sampler, program);
            Optional<HeldOut> heldOut = run.data.heldOut(model, normalization);
            long drawn =
                    run.resumption.map(from -> from.items(options.batchSize())).orElse(0L);
            try (Feed feed = run.data.feed(model, normalization, sampler, drawn)) {
                TrainingRun.Outcome outcome = new TrainingRun(
                                settings(options),
                                run.done(),
                                learner,
                                feed,
                                heldOut,
                                checkpoints,
                                modelFiles,
                                sampler.size(),
                                begun.apply(info),
                                clock,
                                stop)
                        .run();
                return new RunResult(info, outcome.step(), outcome.interrupted(), outcome.checkpoint());
            }
        }
    }

    private static TrainingProgram prepare(TrainingEngine engine, TrainingRequest request) throws IOException {
        try {
            return engine.prepare(request);
        } catch (NetworkException e) {
            throw new ConfigException(
                    "The network cannot be built of these options, weights and this dataset: " + e.getMessage(), e);
        }
    }

    private static int lanes(TrainOptions options) {
        return Math.min(
                MOST_LANES,
                options.threads() > 0 ? options.threads() : Runtime.getRuntime().availableProcessors());
    }

    private static RunSettings settings(TrainOptions options) {
        return new RunSettings(
                options.steps(),
                options.batchSize(),
                options.seedOrZero(),
                options.logFreq(),
                options.evalSteps(),
                options.saveCheckpoint(),
                options.saveFreq());
    }

    /** On a resumed run the checkpoint's weights. */
    private static Chosen<?> policy(TrainOptions options, Optional<Resumption> resumption) {
        if (resumption.isEmpty()) {
            return options.policy();
        }
        Map<String, Object> with = new LinkedHashMap<>(options.policy().options());
        with.put("pretrained_path", resumption.get().model().toString());
        return new Chosen<>(options.policy().type(), with);
    }

    private static void note(Resumption from, TrainOptions options, Consumer<String> notes) {
        if (from.step().step() >= options.steps()) {
            throw new ConfigException("The run has its " + options.steps() + " steps already: " + from.checkpoint()
                    + " was saved after " + from.step().step() + ". Give more --steps to go on");
        }
        if (!from.ours()) {
            notes.accept(
                    "note: weights, optimizer and schedule go on from step "
                            + from.step().step()
                            + "; the random stream does not, as it is another program's or another seed's: items come in another order");
        }
        from.step().batchSize().ifPresent(saved -> {
            if (saved != options.batchSize()) {
                notes.accept("note: the run's steps so far took " + saved + " items, those from now on take "
                        + options.batchSize());
            }
        });
    }

    /** Of published weights some are always left: a classifier, say. */
    private static void unused(TrainingProgram program, TrainingWeights weights, Consumer<String> notes) {
        List<String> unused = weights.start().isPresent() ? program.unusedWeights() : List.of();
        if (!unused.isEmpty()) {
            notes.accept("note: the network has no place for " + unused.size()
                    + " of the weights that it begins with, such as " + unused.get(0) + "; they are left out");
        }
    }

    private static RunInfo info(Prepared run, EpisodeSampler sampler, TrainingProgram program) {
        long learnable = 0;
        long parameters = 0;
        for (ParameterSpec parameter : program.parameters()) {
            parameters += parameter.shape().elements();
            learnable += parameter.trainable() ? parameter.shape().elements() : 0;
        }
        List<EpisodeInfo> episodes = run.data.dataset().episodes();
        return new RunInfo(
                run.folder,
                run.options.policy().type(),
                run.device,
                run.data.split().learnt().size(),
                sampler.size(),
                run.data.split().heldOutFrames(episodes, run.options.maxEvalSamples()).length,
                (int) run.model.features().values().stream()
                        .filter(feature -> feature.type() == FeatureKind.VISUAL)
                        .count(),
                learnable,
                parameters,
                run.resumption.isPresent() ? OptionalLong.of(run.done()) : OptionalLong.empty(),
                run.options.steps());
    }
}
