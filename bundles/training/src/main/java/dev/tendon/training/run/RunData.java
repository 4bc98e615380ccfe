/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import dev.tendon.api.option.ConfigException;
import dev.tendon.checkpoint.Normalization;
import dev.tendon.checkpoint.PolicyFeature;
import dev.tendon.checkpoint.TrainingModel;
import dev.tendon.checkpoint.TrainingSteps;
import dev.tendon.dataset.Dataset;
import dev.tendon.dataset.read.BatchLoader;
import dev.tendon.dataset.read.EpisodeSampler;
import dev.tendon.dataset.read.ItemReader;
import dev.tendon.dataset.read.LoaderOptions;
import dev.tendon.dataset.read.ReadOptions;
import dev.tendon.dataset.read.SamplerOptions;
import dev.tendon.training.image.ImageTransforms;
import dev.tendon.training.options.DatasetOptions;
import dev.tendon.training.options.TrainOptions;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A run's data: a dataset, which of its episodes are learnt from, and who reads them. Thread: its creator's. */
final class RunData implements AutoCloseable {
    private final TrainOptions options;
    private final Dataset dataset;
    private final EpisodeSplit split;
    private final Video video;
    private final Map<String, String> own = new HashMap<>();
    private @Nullable ItemReader reader;
    private @Nullable ItemReader heldOutReader;

    private RunData(TrainOptions options, Dataset dataset, EpisodeSplit split, Video video) {
        this.options = options;
        this.dataset = dataset;
        this.split = split;
        this.video = video;
        options.renameMap().forEach((there, here) -> own.put(here, there));
    }

    /**
     * Opens the dataset.
     *
     * @param home LeRobot's folder of datasets
     * @param notes hears what the user should know
     */
    static RunData open(TrainOptions options, Path home, Video video, Consumer<String> notes) throws IOException {
        DatasetOptions wanted = options.dataset();
        Dataset dataset = Dataset.open(root(wanted, home));
        EpisodeSplit split = EpisodeSplit.of(
                dataset.episodes(),
                wanted.episodes(),
                wanted.excludeEpisodes().orElse(List.of()),
                wanted.evalSplit(),
                notes);
        return new RunData(options, dataset, split, video);
    }

    /** The dataset's folder: what is named, or its name below LeRobot's folder. */
    static Path root(DatasetOptions wanted, Path home) {
        return wanted.root().orElseGet(() -> home.resolve(wanted.repoId().orElseThrow()));
    }

    Dataset dataset() {
        return dataset;
    }

    EpisodeSplit split() {
        return split;
    }

    /** What it has for a policy, by the policy's names. */
    Map<String, PolicyFeature> features() {
        Set<String> known = dataset.info().features().keySet();
        for (String name : options.renameMap().keySet()) {
            if (!known.contains(name)) {
                throw new ConfigException("--rename_map: the dataset has no \"" + name + "\"; it has " + known);
            }
        }
        return DatasetFeatures.of(dataset.info(), options.renameMap());
    }

    /** In which order items are drawn. */
    EpisodeSampler sampler(TrainingModel model) {
        return EpisodeSampler.of(
                dataset.episodes(),
                new SamplerOptions(
                        Optional.of(split.learnt()), 0, model.steps().dropLast(), true, options.seedOrZero()));
    }

    /**
     * Starts reading what is learnt from.
     *
     * @param from how many items were drawn before
     */
    Feed feed(TrainingModel model, Normalization normalization, EpisodeSampler sampler, long from) throws IOException {
        ReadOptions reading = read(model);
        Optional<ImageTransforms> changes = ImageTransforms.of(
                options.dataset().imageTransforms(), "--dataset.image_transforms", options.seedOrZero());
        reader = ItemReader.open(
                dataset, video, changes.map(reading::withTransform).orElse(reading));
        LoaderOptions loading = new LoaderOptions(
                options.batchSize(),
                Math.max(1, options.numWorkers()),
                options.prefetchFactor(),
                LoaderOptions.Rest.FILLED,
                from / sampler.size(),
                from % sampler.size(),
                0);
        return Feed.start(
                ItemSource.of(BatchLoader.start(reader, sampler, loading)),
                new BatchCopier(model, normalization, own, options.batchSize()));
    }

    /** What is held out, where something is; its pictures are not changed. */
    Optional<HeldOut> heldOut(TrainingModel model, Normalization normalization) throws IOException {
        if (split.heldOut().isEmpty() || options.evalSteps() <= 0) {
            return Optional.empty();
        }
        heldOutReader = ItemReader.open(dataset, video, read(model));
        return Optional.of(new HeldOut(
                heldOutReader,
                split.heldOutFrames(dataset.episodes(), options.maxEvalSamples()),
                new BatchCopier(model, normalization, own, options.batchSize()),
                options.batchSize()));
    }

    private ReadOptions read(TrainingModel model) {
        Set<String> wanted = new HashSet<>();
        model.features().keySet().forEach(name -> wanted.add(own.getOrDefault(name, name)));
        TrainingSteps steps = model.steps();
        ReadOptions reading = ReadOptions.DEFAULT.withFeatures(wanted);
        double fps = dataset.info().fps();
        for (Map.Entry<String, List<Integer>> window : steps.byFeature().entrySet()) {
            reading = reading.withWindow(
                    own.getOrDefault(window.getKey(), window.getKey()),
                    window.getValue().stream().map(frames -> frames / fps).toList());
        }
        return reading.withTolerance(options.toleranceS());
    }

    /** Closes readers and dataset; after whoever reads. */
    @Override
    public void close() throws IOException {
        try {
            if (reader != null) {
                reader.close();
            }
            if (heldOutReader != null) {
                heldOutReader.close();
            }
        } finally {
            dataset.close();
        }
    }
}
