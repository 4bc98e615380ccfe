/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.nearest;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Layout;
import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.Dataset;
import dev.tendon.dataset.DatasetFeature;
import dev.tendon.dataset.EpisodeFrames;
import dev.tendon.dataset.EpisodeInfo;
import dev.tendon.dataset.EpisodeReader;
import dev.tendon.dataset.read.Item;
import dev.tendon.dataset.read.ItemReader;
import dev.tendon.dataset.read.ReadOptions;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was demonstrated: how each episode begins, and its actions. Immutable. */
final class Demonstrations {
    private static final String ACTION = "action";

    private final List<Beginning> beginnings;
    private final List<double[][]> actions;
    private final double[] spread;

    /**
     * As they were read.
     *
     * @param beginnings one an episode
     * @param actions by episode, frame and element
     * @param spread how much each observed number differs while demonstrated, so that beginnings that are a tick apart count as alike
     */
    Demonstrations(List<Beginning> beginnings, List<double[][]> actions, double[] spread) {
        this.beginnings = List.copyOf(beginnings);
        this.actions = List.copyOf(actions);
        this.spread = spread.clone();
    }

    /**
     * Reads a dataset's first frames and all its actions.
     *
     * @throws ConfigException where they were not recorded on such a robot
     * @throws IOException where they cannot be read
     */
    static Demonstrations read(Path root, Video video, Beginnings robot, Layout sent) throws IOException {
        try (Dataset dataset = Dataset.open(root)) {
            check(dataset, robot, sent);
            List<Beginning> beginnings = new ArrayList<>();
            List<double[][]> actions = new ArrayList<>();
            List<double[][]> states = new ArrayList<>();
            Set<String> columns = robot.numbers() > 0 ? Set.of(ACTION, Beginnings.STATE) : Set.of(ACTION);
            try (ItemReader items = ItemReader.open(dataset, video, options(robot));
                    EpisodeReader episodes = dataset.reader(columns)) {
                Item item = items.newItem();
                for (EpisodeInfo episode : dataset.episodes()) {
                    items.read(episode.fromRow(), item);
                    beginnings.add(beginning(item, robot));
                    EpisodeFrames frames = episodes.frames(episode.index());
                    actions.add(frames.matrix(ACTION));
                    if (robot.numbers() > 0) {
                        states.add(frames.matrix(Beginnings.STATE));
                    }
                }
            }
            return new Demonstrations(beginnings, actions, spread(states, robot.numbers()));
        }
    }

    private static ReadOptions options(Beginnings robot) {
        Set<String> features = new LinkedHashSet<>();
        if (robot.numbers() > 0) {
            features.add(Beginnings.STATE);
        }
        robot.cameras().forEach(camera -> features.add(camera.pictureKey()));
        ReadOptions all = ReadOptions.DEFAULT;
        return new ReadOptions(
                Map.of(),
                features,
                all.toleranceS(),
                all.transform(),
                all.rowBytes(),
                all.pictureBytes(),
                all.openVideos());
    }

    private static void check(Dataset dataset, Beginnings robot, Layout sent) {
        Map<String, DatasetFeature> features = dataset.info().features();
        List<String> differences = new ArrayList<>();
        differ(features.get(ACTION), ACTION, sent.values(), differences);
        if (robot.numbers() > 0) {
            differ(features.get(Beginnings.STATE), Beginnings.STATE, robot.numbers(), differences);
        }
        for (Feature camera : robot.cameras()) {
            if (!features.containsKey(camera.pictureKey())) {
                differences.add("camera \"" + camera.name() + "\" was not recorded");
            }
        }
        if (dataset.episodes().isEmpty()) {
            differences.add("there is no episode");
        }
        if (!differences.isEmpty()) {
            throw new ConfigException("The demonstrations in " + dataset.root() + " do not fit the robot:\n  "
                    + String.join("\n  ", differences));
        }
    }

    private static void differ(@Nullable DatasetFeature feature, String name, int wanted, List<String> differences) {
        if (feature == null) {
            differences.add(name + " was not recorded");
        } else if (feature.elements() != wanted) {
            differences.add(name + " has " + feature.elements() + " numbers there, and " + wanted + " here");
        }
    }

    private static Beginning beginning(Item item, Beginnings robot) {
        double[] numbers = new double[robot.numbers()];
        Arrays.setAll(numbers, element -> item.number(Beginnings.STATE, 0, element));
        List<float[]> pictures = new ArrayList<>();
        for (Feature camera : robot.cameras()) {
            String feature = camera.pictureKey();
            pictures.add(Thumbnail.of(item.rgb(feature, 0), item.width(feature), item.height(feature), 3));
        }
        return new Beginning(numbers, pictures);
    }

    /** How much each number differs over all frames: its standard deviation. */
    private static double[] spread(List<double[][]> states, int numbers) {
        double[] spread = new double[numbers];
        for (int i = 0; i < numbers; i++) {
            int element = i;
            double mean = states.stream()
                    .flatMap(Arrays::stream)
                    .mapToDouble(frame -> frame[element])
                    .average()
                    .orElse(0);
            double variance = states.stream()
                    .flatMap(Arrays::stream)
                    .mapToDouble(frame -> (frame[element] - mean) * (frame[element] - mean))
                    .average()
                    .orElse(0);
            spread[i] = Math.sqrt(variance);
        }
        return spread;
    }

    int episodes() {
        return beginnings.size();
    }

    Beginning beginning(int episode) {
        return beginnings.get(episode);
    }

    /** Its actions by frame and element. */
    double[][] actions(int episode) {
        return actions.get(episode);
    }

    /** The episode that begins most like {@code beginning}; the first of several. */
    int nearest(Beginning beginning) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int episode = 0; episode < beginnings.size(); episode++) {
            double distance = beginnings.get(episode).distance(beginning, spread);
            if (distance < least) {
                least = distance;
                nearest = episode;
            }
        }
        return nearest;
    }

    /** Frames of the longest demonstration. */
    int longest() {
        return actions.stream().mapToInt(frames -> frames.length).max().orElse(1);
    }
}
