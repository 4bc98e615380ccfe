/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.session;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.Dataset;
import dev.tendon.dataset.DatasetFeature;
import dev.tendon.dataset.EpisodeFrames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** An episode of a dataset, as far as replay needs it. Not changed once read. */
final class Recording {
    private static final String ACTION = "action";
    private static final String STATE = "observation.state";

    private final Path root;
    private final int episode;
    private final double fps;
    private final String robotType;
    private final List<String> names;
    private final double[][] actions;
    private final Map<String, double[]> states;
    private final List<Path> missingVideos;

    private Recording(Dataset dataset, int episode, List<String> names, EpisodeFrames frames, List<String> stateNames) {
        root = dataset.root();
        this.episode = episode;
        fps = dataset.info().fps();
        robotType = dataset.info().robotType();
        this.names = names;
        actions = frames.matrix(ACTION);
        states = new LinkedHashMap<>();
        for (int i = 0; i < stateNames.size(); i++) {
            double[] values = new double[frames.length()];
            for (int frame = 0; frame < values.length; frame++) {
                values[frame] = frames.value(STATE, frame, i);
            }
            states.put(stateNames.get(i), values);
        }
        missingVideos = dataset.missingVideos();
    }

    /**
     * Reads an episode.
     *
     * @throws ConfigException where there is no such dataset or episode, or its actions have no names
     * @throws IOException where its files are damaged
     */
    static Recording read(Path root, int episode) throws IOException {
        try (Dataset dataset = Dataset.open(root)) {
            dataset.episode(episode);
            Map<String, DatasetFeature> features = dataset.info().features();
            DatasetFeature action = features.get(ACTION);
            if (action == null || action.names().size() != action.elements()) {
                throw new ConfigException("The recording in " + root + " does not name the values of its actions; "
                        + "without names nobody can tell which joint they move");
            }
            DatasetFeature state = features.get(STATE);
            boolean named = state != null && state.names().size() == state.elements();
            Set<String> columns = new LinkedHashSet<>(Set.of(ACTION));
            if (named) {
                columns.add(STATE);
            }
            EpisodeFrames frames = dataset.frames(episode, columns);
            return new Recording(dataset, episode, action.names(), frames, named ? state.names() : List.of());
        }
    }

    Path root() {
        return root;
    }

    int episode() {
        return episode;
    }

    /** Frames per second. */
    double fps() {
        return fps;
    }

    /** The robot's choice name, as recorded; may be empty. */
    String robotType() {
        return robotType;
    }

    int frames() {
        return actions.length;
    }

    /** A name for each value of an action. */
    List<String> names() {
        return names;
    }

    /** The actions by frame and name; not to be changed. */
    double[][] actions() {
        return actions;
    }

    List<Path> missingVideos() {
        return missingVideos;
    }

    /** One value's course; empty where no action has that name. */
    Optional<RecordedJoint> joint(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            return Optional.empty();
        }
        double[] course = new double[actions.length];
        for (int frame = 0; frame < course.length; frame++) {
            course[frame] = actions[frame][index];
        }
        return Optional.of(new RecordedJoint(name, course, Optional.ofNullable(states.get(name))));
    }

    /** Mean |action − state| of the same frame by name, for the names that both have: how far the recorded robot itself was behind. */
    Map<String, Double> gaps() {
        Map<String, Double> gaps = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            double[] measured = states.get(names.get(i));
            if (measured != null) {
                double sum = 0;
                for (int frame = 0; frame < actions.length; frame++) {
                    sum += Math.abs(actions[frame][i] - measured[frame]);
                }
                gaps.put(names.get(i), sum / actions.length);
            }
        }
        return gaps;
    }

    /** The mean of {@link #gaps}; empty where the recording has no states. */
    OptionalDouble meanGap() {
        return gaps().values().stream().mapToDouble(Double::doubleValue).average();
    }
}
