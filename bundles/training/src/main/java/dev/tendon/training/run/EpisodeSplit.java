/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.EpisodeInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which episodes are learnt from and which are held out: of each task the last ones (LeRobot 0.6, {@code datasets/factory.py}, {@code
 * datasets/utils.py}).
 *
 * @param learnt from
 * @param heldOut never learnt from
 */
record EpisodeSplit(List<Integer> learnt, List<Integer> heldOut) {
    /**
     * Splits them.
     *
     * @param wanted episodes to take; empty: all
     * @param excluded of them left out
     * @param part of each task's episodes that is held out, from 0 to below 1
     * @param notes hears of episodes that are named and not there
     */
    static EpisodeSplit of(
            List<EpisodeInfo> episodes,
            Optional<List<Integer>> wanted,
            List<Integer> excluded,
            double part,
            Consumer<String> notes) {
        List<Integer> all = new ArrayList<>();
        List<Integer> unknown = new ArrayList<>();
        for (int episode :
                wanted.orElseGet(() -> episodes.stream().map(EpisodeInfo::index).toList())) {
            (episode >= 0 && episode < episodes.size() ? all : unknown).add(episode);
        }
        excluded.stream()
                .filter(episode -> episode < 0 || episode >= episodes.size())
                .forEach(unknown::add);
        if (!unknown.isEmpty()) {
            notes.accept("note: there are no episodes " + unknown + " among " + episodes.size() + "; they are ignored");
        }
        all.removeAll(Set.copyOf(excluded));
        if (part == 0 && !all.isEmpty()) {
            return new EpisodeSplit(List.copyOf(all), List.of());
        }
        Map<String, List<Integer>> byTask = new LinkedHashMap<>();
        for (int episode : all) {
            byTask.computeIfAbsent(task(episodes.get(episode)), task -> new ArrayList<>())
                    .add(episode);
        }
        List<Integer> learnt = new ArrayList<>();
        List<Integer> heldOut = new ArrayList<>();
        byTask.values().forEach(ofTask -> {
            int held = (int) Math.ceil(ofTask.size() * part);
            learnt.addAll(ofTask.subList(0, ofTask.size() - held));
            heldOut.addAll(ofTask.subList(ofTask.size() - held, ofTask.size()));
        });
        if (learnt.isEmpty()) {
            throw new ConfigException("No episode is left to learn from: of " + episodes.size() + ", " + all.size()
                    + " are wanted and --dataset.eval_split=" + part + " holds out " + heldOut.size());
        }
        return new EpisodeSplit(List.copyOf(learnt), List.copyOf(heldOut));
    }

    private static String task(EpisodeInfo episode) {
        return episode.tasks().isEmpty() ? "" : episode.tasks().get(0);
    }

    /**
     * The frames that are held out, in order.
     *
     * @param most of them, the same number of each task; 0: all
     */
    long[] heldOutFrames(List<EpisodeInfo> episodes, long most) {
        Map<String, Long> left = new LinkedHashMap<>();
        heldOut.forEach(episode -> left.put(task(episodes.get(episode)), Long.MAX_VALUE));
        if (most > 0) {
            left.replaceAll((task, all) -> Math.max(1, most / left.size()));
        }
        List<Long> frames = new ArrayList<>();
        for (int episode : heldOut) {
            EpisodeInfo info = episodes.get(episode);
            long count = Math.min(info.length(), left.get(task(info)));
            for (long i = 0; i < count; i++) {
                frames.add(info.fromRow() + i);
            }
            left.merge(task(info), -count, Long::sum);
        }
        return frames.stream().mapToLong(Long::longValue).toArray();
    }
}
