/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.curator.edit;

import dev.tendon.curator.Words;
import dev.tendon.dataset.tool.Edits;
import dev.tendon.dataset.tool.Summary;
import dev.tendon.dataset.tool.Summary.TaskSummary;
import dev.tendon.shell.Columns;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon dataset tasks}. */
@Component(service = Verb.class)
@VerbName("dataset tasks")
@VerbGroup("Datasets")
public final class TasksVerb implements Verb<TasksOptions> {
    private final Video video;

    @Activate
    public TasksVerb(@Reference Video video) {
        this.video = video;
    }

    @Override
    public int run(TasksOptions options, Console console) throws IOException, InterruptedException {
        Path root = options.dataset().open(options.folder());
        if (options.changes().isEmpty()) {
            list(root, console);
        } else {
            EditVerb.apply(
                    Edits.changeTasks(root, options.changes()),
                    new Target(options.output(), options.dryRun()),
                    video,
                    console);
        }
        return DONE;
    }

    private static void list(Path root, Console console) throws IOException {
        List<TaskSummary> tasks = Summary.of(root).tasks();
        Columns.of(tasks.stream()
                        .map(task -> List.of(
                                Long.toString(task.index()),
                                Words.count(task.episodes(), "episode"),
                                Words.count(task.frames(), "frame"),
                                task.text()))
                        .toList())
                .forEach(console::out);
        console.json(Map.of("tasks", tasks.stream().map(TasksVerb::json).toList()));
    }

    private static Map<String, Object> json(TaskSummary task) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("task_index", task.index());
        json.put("task", task.text());
        json.put("episodes", task.episodes());
        json.put("frames", task.frames());
        return json;
    }
}
