/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.dataset.Dataset;
import dev.tendon.dataset.EpisodeFrames;
import dev.tendon.dataset.EpisodeInfo;
import dev.tendon.dataset.store.DatasetStore;
import dev.tendon.dataset.store.JournaledTail;
import dev.tendon.dataset.store.LocalFiles;
import dev.tendon.dataset.store.Repair;
import dev.tendon.dataset.store.RepairReport;
import dev.tendon.dataset.tool.Finding;
import dev.tendon.dataset.tool.Progress;
import dev.tendon.dataset.tool.Validation;
import dev.tendon.dataset.tool.Validator;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * Looks at what a killed recorder has left: every episode that was saved must be there, whole; repair and validation must find nothing; the
 * journaled one must be there as far as it was durable.
 *
 * @param episodes frames of each episode in the dataset afterwards, by tag
 * @param lost frames of the running episode that were taken and not found; empty where none was running
 * @param unsynced frames of it that had not been synced, and a loss of power would have taken
 * @param problems what should not be
 */
record SurviveTry(Map<Integer, Integer> episodes, OptionalInt lost, OptionalInt unsynced, List<String> problems) {
    /**
     * Checks the dataset at {@code root} and keeps the journaled episodes.
     *
     * @param before frames of the episodes that were there before, by tag
     * @param decode whether the videos are decoded, too
     */
    static SurviveTry check(Video video, Path root, SurviveLog log, Map<Integer, Integer> before, boolean decode)
            throws IOException, InterruptedException {
        List<String> problems = new ArrayList<>();
        if (!Files.exists(root.resolve("meta").resolve("info.json"))) {
            if (!log.saved().isEmpty() || !before.isEmpty()) {
                problems.add("the dataset is gone");
            }
            return new SurviveTry(Map.of(), OptionalInt.empty(), OptionalInt.empty(), problems);
        }
        try (DatasetStore store = DatasetStore.open(new LocalFiles(), video, root)) {
            for (JournaledTail tail : store.tails()) {
                tail.keep();
            }
        }
        RepairReport repair = Repair.inPlace(new LocalFiles(), video, root);
        if (repair.needed()) {
            problems.add("repair was needed: " + repair);
        }
        Validator validator = Validator.of(root);
        Validation validation = (decode ? validator : validator.quick()).run(Progress.NONE);
        validation.findings().stream().map(Finding::text).forEach(problems::add);
        Map<Integer, Integer> found = episodes(root, problems);
        Map<Integer, Integer> expected = new LinkedHashMap<>(before);
        expected.putAll(log.saved());
        expected.forEach((tag, frames) -> {
            if (!frames.equals(found.get(tag))) {
                problems.add(
                        "episode " + tag + " had " + frames + " frames when it was saved, and has " + found.get(tag));
            }
        });
        return running(log, expected, found, problems);
    }

    /** Compares what was not saved. */
    private static SurviveTry running(
            SurviveLog log, Map<Integer, Integer> saved, Map<Integer, Integer> found, List<String> problems) {
        OptionalInt lost = OptionalInt.empty();
        OptionalInt unsynced = OptionalInt.empty();
        for (Map.Entry<Integer, Integer> taken : log.taken().entrySet()) {
            int tag = taken.getKey();
            if (!saved.containsKey(tag)) {
                int there = found.getOrDefault(tag, 0);
                int durable = log.durable().getOrDefault(tag, 0);
                if (there < durable) {
                    problems.add(
                            "of episode " + tag + " " + durable + " frames were durable, and " + there + " are left");
                }
                lost = OptionalInt.of(taken.getValue() - there); // the last of them was running
                unsynced = OptionalInt.of(taken.getValue() - durable);
            }
        }
        return new SurviveTry(found, lost, unsynced, problems);
    }

    /** Frames of each episode, by tag; whose rows are not one episode's, in order, is a problem. */
    private static Map<Integer, Integer> episodes(Path root, List<String> problems) throws IOException {
        Map<Integer, Integer> found = new TreeMap<>();
        try (Dataset dataset = Dataset.open(root)) {
            for (EpisodeInfo episode : dataset.episodes()) {
                EpisodeFrames frames = dataset.frames(episode.index(), Set.of("action"));
                int tag = (int) frames.value("action", 0, 0) / SurviveChild.EACH;
                for (int frame = 0; frame < frames.length(); frame++) {
                    if (frames.value("action", frame, 0) != (double) tag * SurviveChild.EACH + frame) {
                        problems.add("frame " + frame + " of episode " + episode.index() + " is another's");
                    }
                }
                if (found.put(tag, frames.length()) != null) {
                    problems.add("episode " + tag + " is there twice");
                }
            }
        }
        return found;
    }
}
