/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.curator.edit;

import dev.tendon.api.option.ConfigException;
import dev.tendon.curator.DatasetOptions;
import dev.tendon.curator.look.InfoVerb;
import dev.tendon.dataset.tool.Edit;
import dev.tendon.dataset.tool.Edits;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon dataset edit}: what LeRobot's users type, and the same work as the verbs of its own. */
@Component(service = Verb.class)
@VerbName("dataset edit")
@VerbGroup("Datasets")
public final class LeRobotVerb implements Verb<LeRobotOptions> {
    private final Video video;

    @Activate
    public LeRobotVerb(@Reference Video video) {
        this.video = video;
    }

    @Override
    public int run(LeRobotOptions options, Console console) throws IOException, InterruptedException {
        OperationOptions operation = options.operation();
        Optional<Path> output = options.output();
        switch (operation.type()) {
            case DELETE_EPISODES -> apply(
                    Edits.deleteEpisodes(
                            options.open(),
                            Numbers.of(operation.episodeIndices().orElse(""), "operation.episode_indices")),
                    output,
                    options,
                    console);
            case REMOVE_FEATURE -> apply(
                    Edits.removeFeatures(
                            options.open(), Names.of(operation.featureNames().orElse(""))),
                    output,
                    options,
                    console);
            case MODIFY_TASKS -> apply(
                    Edits.changeTasks(
                            options.open(),
                            TasksOptions.changes(
                                    operation.newTask(), operation.episodeTasks(), operation.taskReplacements())),
                    output,
                    options,
                    console);
            case RECOMPUTE_STATS -> apply(
                    Edits.recompute(options.open(), !operation.skipImageVideo()),
                    operation.overwrite() ? output : Optional.of(elsewhere(options, "_recomputed_stats")),
                    options,
                    console);
            case CONVERT_IMAGE_TO_VIDEO -> apply(
                    encode(options, Edits.Encode.IMAGES), Optional.of(elsewhere(options, "_video")), options, console);
            case REENCODE_VIDEOS -> apply(
                    encode(options, Edits.Encode.VIDEOS),
                    operation.overwrite() ? output : Optional.of(elsewhere(options, "_reencoded")),
                    options,
                    console);
            case MERGE -> apply(
                    Edits.merge(merged(operation)),
                    Optional.of(output.orElseThrow(() -> new ConfigException(
                            "Where does the merged dataset go? Give --new_root=DIR or --new_repo_id=USER/NAME"))),
                    options,
                    console);
            case SPLIT -> {
                Path root = options.open().toAbsolutePath().normalize();
                Splits.apply(
                        Splits.plan(root, operation.splits()),
                        name -> output.map(base -> base.resolve(name))
                                .orElseGet(() -> root.resolveSibling(root.getFileName() + "_" + name)),
                        options.dryRun(),
                        video,
                        console);
            }
            case INFO -> InfoVerb.tell(options.open(), console);
        }
        return DONE;
    }

    private Edit encode(LeRobotOptions options, Edits.Encode which) throws IOException {
        return Edits.encode(
                options.open(),
                List.of(),
                which,
                video.resolve(options.operation().rgbEncoder()));
    }

    /** Where some operations put their result if nothing is said of it. */
    private static Path elsewhere(LeRobotOptions options, String suffix) {
        Path root = options.folder().toAbsolutePath().normalize();
        return options.output().orElseGet(() -> root.resolveSibling(root.getFileName() + suffix));
    }

    private static List<Path> merged(OperationOptions operation) {
        Path userHome = Path.of(System.getProperty("user.home"));
        return operation.roots().isEmpty()
                ? operation.repoIds().stream()
                        .map(name -> DatasetOptions.named(name, System.getenv(), userHome))
                        .toList()
                : operation.roots();
    }

    private void apply(Edit edit, Optional<Path> output, LeRobotOptions options, Console console)
            throws IOException, InterruptedException {
        EditVerb.apply(edit, new Target(output, options.dryRun()), video, console);
    }
}
