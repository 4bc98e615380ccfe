/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.curator.edit;

import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.config.Positional;
import dev.tendon.curator.DatasetOptions;
import dev.tendon.dataset.tool.TaskChanges;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Options of {@code tendon dataset tasks}; how they are spelled is LeRobot's {@code modify_tasks}. */
@Describe("List a dataset's tasks, or change them")
record TasksOptions(
        @Positional("DIR") @Describe("The same as --dataset.root") Optional<Path> folder,
        DatasetOptions dataset,
        @Describe("What every episode's task becomes that nothing else is said of") Optional<String> newTask,
        @Describe("Tasks by number of the episode, such as {0: Lift the cube, 5: Put it down}")
                Map<String, String> episodeTasks,
        @Describe("New texts by the old ones, such as {Grab cube: Lift the cube}") Map<String, String> taskReplacements,
        @Describe(
                        "Write the result there, and leave the old one as it is; else it takes the old one's place, which is kept as NAME_old")
                Optional<Path> output,
        @Describe("Only say what would change") @Default("false") boolean dryRun) {
    TaskChanges changes() {
        return changes(newTask, episodeTasks, taskReplacements);
    }

    static TaskChanges changes(
            Optional<String> newTask, Map<String, String> episodeTasks, Map<String, String> taskReplacements) {
        Map<Integer, String> byEpisode = new LinkedHashMap<>();
        episodeTasks.forEach(
                (episode, task) -> Numbers.of(episode, "episode_tasks").forEach(number -> byEpisode.put(number, task)));
        return new TaskChanges(newTask, byEpisode, taskReplacements);
    }
}
