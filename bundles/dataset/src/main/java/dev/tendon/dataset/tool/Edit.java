/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.FormatException;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * A dataset that is to be made out of others: it can be looked at before it is done. {@link Edits} has the kinds.
 *
 * <pre>{@code
 * Edit edit = Edits.deleteEpisodes(root, Set.of(3, 4));
 * edit.changes().forEach(System.out::println);
 * edit.inPlace(video, Progress.NONE); // root is the new one now, root_old the old one
 * }</pre>
 *
 * <p>The new set is built aside, looked through ({@link Validator}), and put in place in one step; whatever goes wrong before, and an
 * interrupt, leaves the old ones as they were. Thread: its creator's.
 */
public final class Edit {
    /** What would make the new set unreadable; other things it may have from the old one. */
    private static final Set<FindingKind> FATAL = Set.of(
            FindingKind.INFO,
            FindingKind.TOTALS,
            FindingKind.EPISODES,
            FindingKind.TASKS,
            FindingKind.MISSING_FILE,
            FindingKind.UNREADABLE_FILE,
            FindingKind.ORPHAN_FILE,
            FindingKind.COLUMNS,
            FindingKind.SHAPE,
            FindingKind.ROW_COUNT,
            FindingKind.ROW_INDEX,
            FindingKind.TASK_INDEX,
            FindingKind.VIDEO_FRAMES,
            FindingKind.VIDEO_SPAN);

    private final Optional<Path> root;
    private final Planner planner;
    private final Planned preview;

    /** Makes the recipe; asked again under the lock of the set that is replaced. */
    @FunctionalInterface
    interface Planner {
        Planned plan() throws IOException;
    }

    /**
     * A recipe, and what it changes in words.
     *
     * @param changes sentences without a full stop
     */
    record Planned(Recipe recipe, List<String> changes) {
        Planned {
            changes = List.copyOf(changes);
        }
    }

    /** For one old set, or several ({@code root} is empty then). */
    Edit(Optional<Path> root, Planner planner) throws IOException {
        this.root = root;
        this.planner = planner;
        try {
            preview = planner.plan();
        } catch (IOException | RuntimeException e) {
            if (Thread.interrupted()) { // a file that is read when its thread is interrupted fails
                throw new CancellationException("Interrupted while the dataset was looked at");
            }
            throw e;
        }
    }

    /** What changes, in words: a line each. */
    public List<String> changes() {
        return preview.changes();
    }

    /** Episodes of the new set. */
    public int episodes() {
        return preview.recipe().picks().size();
    }

    /** Frames of the new set. */
    public long frames() {
        return preview.recipe().frames();
    }

    /**
     * What was made.
     *
     * @param root where it is
     * @param old where the old one is; empty where it stayed where it was
     * @param episodes of the new set
     * @param frames of the new set
     * @param bytes of the new set; with those that it shares with the old one
     */
    public record Result(Path root, Optional<Path> old, int episodes, long frames, long bytes) {}

    /**
     * Lets the new set take the old one's place; the old one stays, as {@code NAME_old}, and replaces an earlier one of that name.
     *
     * @param video cuts and joins videos
     * @throws ConfigException where another program writes to the old set
     * @throws FormatException where the old set is damaged
     */
    public Result inPlace(Video video, Progress progress) throws IOException, InterruptedException {
        return inPlace(true, video, progress);
    }

    /** As {@link #inPlace}; nothing stays of the old one. */
    public Result replace(Video video, Progress progress) throws IOException, InterruptedException {
        return inPlace(false, video, progress);
    }

    private Result inPlace(boolean keepOld, Video video, Progress progress) throws IOException, InterruptedException {
        Path set =
                root.orElseThrow(() -> new ConfigException("Several datasets become one: where to? Give --output=DIR"));
        return Interrupts.heed(
                () -> make(Output.inPlaceOf(set, keepOld), planner.plan().recipe(), video, progress));
    }

    /**
     * Writes the new set into {@code output}, which there is not yet; the old one stays as it is.
     *
     * @throws ConfigException where there is something in {@code output}
     */
    public Result into(Path output, Video video, Progress progress) throws IOException, InterruptedException {
        return Interrupts.heed(() -> make(Output.at(output), planner.plan().recipe(), video, progress));
    }

    private Result make(Output open, Recipe recipe, Video video, Progress progress)
            throws IOException, InterruptedException {
        try (Output output = open) {
            Path folder = output.folder();
            Path scratch = Files.createDirectories(folder.resolve(".tendon").resolve("parts"));
            new Rewriter(recipe, folder, new VideoTools(video, output.copier(), scratch), progress).run();
            Folders.delete(scratch);
            if (root.isPresent()) {
                Bystanders.place(root.get(), folder, output.copier());
            }
            lookThrough(folder, video, progress);
            Interrupts.check();
            long bytes = Sizes.of(folder);
            progress.at("Putting it in place", 0, 0);
            Optional<Path> old = output.commit();
            return new Result(output.root(), old, recipe.picks().size(), recipe.frames(), bytes);
        }
    }

    private static void lookThrough(Path folder, Video video, Progress progress)
            throws IOException, InterruptedException {
        Validation result = Validator.of(folder)
                .quick()
                .videos(video)
                .run((what, done, total) -> progress.at("Checking", done, total));
        for (Finding finding : result.findings()) {
            if (finding.severity() == Severity.ERROR && FATAL.contains(finding.kind())) {
                throw new FormatException("The result would not be a valid dataset, so nothing was changed: "
                        + finding.text() + " (tendon dataset validate tells what is wrong with the old one)");
            }
        }
    }
}
