/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.teleoperator.playback;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.feature.Units;
import dev.tendon.dataset.Dataset;
import dev.tendon.dataset.DatasetFeature;
import dev.tendon.dataset.EpisodeFrames;
import dev.tendon.dataset.FormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** The actions of one episode, in memory. Immutable. Thread: any. */
final class Recording {
    private static final String ACTION = "action";

    private final String origin;
    private final Features features;
    private final double fps;
    private final double[][] actions;
    private final String digest;

    /**
     * @param origin what messages call it
     * @param names of the action's elements, unique
     * @param fps frames per second
     * @param actions by frame and element, owned by the recording from here on; at least one frame
     */
    Recording(String origin, List<String> names, double fps, double[][] actions) {
        this.origin = origin;
        this.features = Features.of(
                names.stream().map(name -> Feature.scalar(name, Units.NONE)).toList());
        this.fps = fps;
        this.actions = actions;
        this.digest = digest(names, fps, actions);
    }

    /**
     * Reads episode {@code episode} of the dataset in folder {@code root}.
     *
     * @throws dev.tendon.api.option.ConfigException where there is no such dataset or episode
     * @throws FormatException where it is damaged, or has no action that a robot could be given
     */
    static Recording read(Path root, int episode) throws IOException {
        try (Dataset dataset = Dataset.open(root)) {
            dataset.episode(episode); // before anything else, so that a wrong number is told as such
            List<String> names = names(root, dataset);
            EpisodeFrames frames = dataset.frames(episode, Set.of(ACTION));
            String origin = "episode " + episode + " of " + root;
            return new Recording(origin, names, dataset.info().fps(), checked(origin, names, frames.matrix(ACTION)));
        }
    }

    private static List<String> names(Path root, Dataset dataset) throws FormatException {
        DatasetFeature action = dataset.info().features().get(ACTION);
        String problem = action == null
                ? "has no \"action\""
                : action.text()
                        ? "has an \"action\" that is a text"
                        : new HashSet<>(action.names()).size() != action.elements()
                                        || action.names().size() != action.elements()
                                ? "does not name the " + action.elements() + " elements of its \"action\" (it has "
                                        + action.names() + ")"
                                : "";
        if (action == null || !problem.isEmpty()) {
            throw new FormatException(root + ": the dataset " + problem
                    + ", so it cannot be played. Use a dataset that was recorded from a robot");
        }
        return action.names();
    }

    private static double[][] checked(String origin, List<String> names, double[][] actions) throws FormatException {
        if (actions.length == 0) {
            throw new FormatException(origin + " has no frames. Play another episode");
        }
        for (int frame = 0; frame < actions.length; frame++) {
            for (int i = 0; i < actions[frame].length; i++) {
                if (!Double.isFinite(actions[frame][i])) {
                    throw new FormatException(origin + ": frame " + frame + " has " + actions[frame][i] + " for "
                            + names.get(i) + ", which no robot can be given. Play another episode");
                }
            }
        }
        return actions;
    }

    /** What is the same in two recordings that can go on in each other's place. */
    private static String digest(List<String> names, double fps, double[][] actions) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(new ArrayList<>(names).toString().getBytes(StandardCharsets.UTF_8));
            ByteBuffer row = ByteBuffer.allocate(Double.BYTES * Math.max(1, names.size()));
            sha.update(row.putDouble(0, fps).array());
            for (double[] action : actions) {
                row.clear().asDoubleBuffer().put(action);
                sha.update(row.array());
            }
            return HexFormat.of().formatHex(sha.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** What messages call it: {@code episode 0 of recordings/so101-reach}. */
    String origin() {
        return origin;
    }

    /** The action, a scalar by each name of the dataset; units are not recorded. */
    Features features() {
        return features;
    }

    double fps() {
        return fps;
    }

    /** Number of frames. */
    int length() {
        return actions.length;
    }

    double action(int frame, int element) {
        return actions[frame][element];
    }

    /** Equal in recordings of the same names, rate and actions. */
    String digest() {
        return digest;
    }
}
