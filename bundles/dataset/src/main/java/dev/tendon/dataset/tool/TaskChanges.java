/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.internal.EpisodeRow;
import dev.tendon.dataset.tool.Recipe.TaskNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What episodes' tasks become. Precedence as LeRobot's (0.6, datasets/dataset_tools.py, {@code modify_tasks}): an episode's own, then a
 * replaced text, then the one for all.
 *
 * @param all what every episode becomes that nothing else is said of
 * @param byEpisode what an episode becomes, by its number
 * @param replacements texts by those that they take the place of
 */
public record TaskChanges(Optional<String> all, Map<Integer, String> byEpisode, Map<String, String> replacements) {
    public TaskChanges {
        byEpisode = Map.copyOf(byEpisode);
        replacements = Map.copyOf(replacements);
    }

    /** Whether nothing is said at all. */
    public boolean isEmpty() {
        return all.isEmpty() && byEpisode.isEmpty() && replacements.isEmpty();
    }

    void check(SourceSet set) {
        List<String> problems = new ArrayList<>();
        if (isEmpty()) {
            problems.add("What shall the tasks be? Give a new task, tasks by episode, or replacements");
        }
        Episodes.existing(set, byEpisode.keySet());
        Set<String> unknown = new TreeSet<>(replacements.keySet());
        set.tasks().forEach(unknown::remove);
        unknown.forEach(task -> problems.add("There is no task \"" + task + "\"; there are " + set.tasks()));
        List<String> texts = new ArrayList<>(byEpisode.values());
        texts.addAll(replacements.values());
        all.ifPresent(texts::add);
        if (texts.stream().anyMatch(String::isBlank)) {
            problems.add("A task without a text is no task");
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    TaskNames names() {
        return (pick, task) -> of(pick.episode().index(), task);
    }

    private String of(int episode, String task) {
        String own = byEpisode.get(episode);
        if (own != null) {
            return own;
        }
        String replaced = replacements.get(task);
        return replaced != null ? replaced : all.orElse(task);
    }

    /** The new tasks by number: as they were, as far as somebody still has them. */
    List<String> tasks(SourceSet set) {
        Map<String, Set<String>> became = new LinkedHashMap<>();
        set.tasks().forEach(task -> became.put(task, new LinkedHashSet<>()));
        for (EpisodeRow episode : set.episodes()) {
            for (String task : episode.tasks()) {
                became.computeIfAbsent(task, key -> new LinkedHashSet<>()).add(of(episode.index(), task));
            }
        }
        Set<String> tasks = new LinkedHashSet<>();
        became.values().forEach(tasks::addAll);
        return List.copyOf(tasks);
    }
}
