/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference.eval;

import dev.tendon.api.option.ConfigException;
import dev.tendon.checkpoint.PolicyModel;
import dev.tendon.dataset.Dataset;
import dev.tendon.dataset.DatasetFeature;
import dev.tendon.dataset.EpisodeFrames;
import dev.tendon.dataset.EpisodeInfo;
import dev.tendon.dataset.EpisodeReader;
import dev.tendon.inference.eval.DatasetResult.Episode;
import dev.tendon.inference.eval.DatasetResult.Example;
import dev.tendon.nn.Program;
import dev.tendon.video.Video;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Holds a policy's plans against what was done. Owner thread: its creator's. */
final class DatasetEvaluation {
    private static final String ACTION = "action";

    private final PolicyModel model;
    private final Program program;
    private final Dataset dataset;
    private final Video video;
    private final EvalOptions options;
    private final DatasetFeature action;
    private final int carriedOut;
    private final int every;
    private final PlanErrors policy;
    private final PlanErrors hold;
    private final PlanErrors mean;
    private final float[] planned;

    /** Is told how far it is. */
    interface Progress {
        void at(long done, long total);
    }

    /**
     * An evaluation.
     *
     * @param program prepared of {@code model}
     * @throws ConfigException where the dataset's actions are not the policy's
     */
    DatasetEvaluation(PolicyModel model, Program program, Dataset dataset, Video video, EvalOptions options) {
        this.model = model;
        this.program = program;
        this.dataset = dataset;
        this.video = video;
        this.options = options;
        DatasetFeature found = dataset.info().features().get(ACTION);
        int joints = model.outputs().containsKey(ACTION)
                ? model.outputs().get(ACTION).elements()
                : 0;
        if (found == null || found.elements() != joints) {
            throw new ConfigException("The policy's action has " + joints + " numbers, the dataset's "
                    + (found == null ? "has none" : "has " + found.elements()) + ": they are of different robots");
        }
        action = found;
        carriedOut = Math.min(model.actionSteps(), model.chunkSize());
        every = Math.min(options.every(), carriedOut);
        policy = new PlanErrors(model.chunkSize(), joints);
        hold = new PlanErrors(model.chunkSize(), joints);
        mean = new PlanErrors(model.chunkSize(), joints);
        planned = new float[model.chunkSize() * joints];
    }

    /** Plans, frame after frame, in each episode that is wanted. */
    DatasetResult run(Progress progress) throws IOException, InterruptedException {
        List<EpisodeInfo> episodes = episodes();
        long total = episodes.stream()
                .mapToLong(episode -> (episode.length() + every - 1L) / every)
                .sum();
        long done = 0;
        List<Episode> results = new ArrayList<>();
        List<List<Double>> example = new ArrayList<>();
        double[][] first = {};
        try (EpisodeReader reader = dataset.reader(Set.of(ACTION));
                Observer observer = Observer.open(model, program, dataset, video, options.renameMap())) {
            float[] average = average(reader, episodes);
            for (EpisodeInfo episode : episodes) {
                EpisodeFrames frames = reader.frames(episode.index());
                double[][] actions = frames.matrix(ACTION);
                PlanErrors own = new PlanErrors(model.chunkSize(), action.elements());
                for (int frame = 0; frame < actions.length; frame += every) {
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                    observer.observe(episode.index(), frame);
                    program.run();
                    program.floats(ACTION).get(planned);
                    compare(frame, actions, average, own);
                    if (results.isEmpty()) {
                        keep(frame, actions.length, example);
                    }
                    progress.at(++done, total);
                }
                if (results.isEmpty()) {
                    first = actions;
                }
                results.add(new Episode(episode.index(), actions.length, own.meanOver(carriedOut)));
            }
        }
        return new DatasetResult(
                dataset.root(),
                dataset.info().fps(),
                names(),
                every,
                done,
                policy,
                hold,
                mean,
                List.copyOf(results),
                new Example(results.get(0).index(), rows(first), example));
    }

    private List<EpisodeInfo> episodes() {
        List<EpisodeInfo> all = dataset.episodes();
        List<EpisodeInfo> wanted = options
                .dataset()
                .episodes()
                .map(indices -> indices.stream()
                        .map(index -> all.stream()
                                .filter(episode -> episode.index() == index)
                                .findFirst()
                                .orElseThrow(() -> new ConfigException("--dataset.episodes: the dataset has no episode "
                                        + index + ", only 0 to " + (all.size() - 1))))
                        .toList())
                .orElse(all)
                .stream()
                .filter(episode -> episode.length() > 0)
                .toList();
        if (wanted.isEmpty()) {
            throw new ConfigException("There is no episode to evaluate on in " + dataset.root());
        }
        return wanted;
    }

    private float[] average(EpisodeReader reader, List<EpisodeInfo> episodes) throws IOException {
        double[] sums = new double[action.elements()];
        long count = 0;
        for (EpisodeInfo episode : episodes) {
            for (double[] row : reader.frames(episode.index()).matrix(ACTION)) {
                for (int joint = 0; joint < sums.length; joint++) {
                    sums[joint] += row[joint];
                }
                count++;
            }
        }
        float[] average = new float[sums.length];
        for (int joint = 0; joint < sums.length; joint++) {
            average[joint] = (float) (sums[joint] / count);
        }
        return average;
    }

    /** The last action is that of the frame before; at an episode's beginning there is none, and its first stands in. */
    private void compare(int frame, double[][] actions, float[] average, PlanErrors own) {
        float[] last = floats(actions[Math.max(0, frame - 1)]);
        int joints = action.elements();
        for (int ahead = 0; ahead < model.chunkSize() && frame + ahead < actions.length; ahead++) {
            double[] done = actions[frame + ahead];
            policy.add(ahead, planned, ahead * joints, done);
            own.add(ahead, planned, ahead * joints, done);
            hold.add(ahead, last, 0, done);
            mean.add(ahead, average, 0, done);
        }
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /** What of this plan would be carried out until the next. */
    private void keep(int frame, int frames, List<List<Double>> example) {
        int joints = action.elements();
        for (int ahead = 0; ahead < every && frame + ahead < frames; ahead++) {
            int at = ahead * joints;
            example.add(IntStream.range(0, joints)
                    .mapToObj(joint -> (double) planned[at + joint])
                    .toList());
        }
    }

    private static List<List<Double>> rows(double[][] matrix) {
        return Arrays.stream(matrix)
                .map(row -> DoubleStream.of(row).boxed().toList())
                .toList();
    }

    private List<String> names() {
        return action.names().size() == action.elements()
                ? action.names()
                : IntStream.range(0, action.elements())
                        .mapToObj(i -> ACTION + "[" + i + "]")
                        .toList();
    }
}
