/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import dev.tendon.checkpoint.CheckpointFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A run's checkpoints, in LeRobot's layout: {@code checkpoints/000500/pretrained_model}, {@code training_state}, and {@code last}, a relative
 * link (0.6, {@code common/train_utils.py}). Each is written aside as a whole, synced and moved into place before {@code last} names it.
 * Owner thread: one at a time.
 */
final class Checkpoints {
    static final String FOLDER = "checkpoints";
    static final String LAST = "last";
    static final String MODEL = "pretrained_model";
    static final String STATE = "training_state";

    private static final int DIGITS = 6;
    private static final List<String> FULL =
            List.of("no space left", "quota exceeded", "not enough space", "disk is full");

    private final Path folder;
    private final long steps;
    private final RunFiles files;
    private @Nullable Path latest;

    /**
     * Those of a run.
     *
     * @param run the run's folder
     * @param steps of the run, by which names are as long as needed
     */
    Checkpoints(Path run, long steps, RunFiles files) {
        this.folder = run.resolve(FOLDER);
        this.steps = steps;
        this.files = files;
    }

    /** A checkpoint's name: its step, in six digits at least. */
    static String name(long step, long steps) {
        int digits = Math.max(DIGITS, Long.toString(steps).length());
        return String.format(Locale.ROOT, "%0" + digits + "d", step);
    }

    /**
     * Saves a checkpoint; {@code last} names it then.
     *
     * @param model the files of {@code pretrained_model}
     * @param state writes each into {@code training_state}
     * @return its folder
     * @throws IOException where it cannot be written; {@code last} and what it names is as it was
     */
    Path save(long step, List<CheckpointFile> model, List<RunFiles.Writing> state) throws IOException {
        Path place = folder.resolve(name(step, steps));
        try {
            write(place, model, state);
        } catch (IOException e) {
            throw explain(place, e);
        }
        latest = place;
        return place;
    }

    private void write(Path place, List<CheckpointFile> model, List<RunFiles.Writing> state) throws IOException {
        Path aside = folder.resolve("." + place.getFileName() + ".part");
        files.makeFolder(folder);
        files.delete(aside);
        boolean done = false;
        try {
            files.makeFolder(aside.resolve(MODEL));
            files.makeFolder(aside.resolve(STATE));
            for (CheckpointFile file : model) {
                files.write(aside.resolve(MODEL).resolve(file.name()), file.writing()::to);
            }
            for (RunFiles.Writing writing : state) {
                files.write(aside.resolve(STATE), writing);
            }
            files.syncTree(aside);
            if (Files.exists(place)) {
                files.exchange(aside, place); // a run that went on from an earlier checkpoint comes by here again
            } else {
                files.move(aside, place);
            }
            files.syncFolder(folder);
            link(place);
            done = true;
        } finally {
            clear(aside, done);
        }
    }

    private void link(Path place) throws IOException {
        Path aside = folder.resolve("." + LAST + ".part");
        files.delete(aside);
        files.link(aside, place.getFileName());
        files.move(aside, folder.resolve(LAST));
        files.syncFolder(folder);
    }

    /** What is left aside takes room, and nothing else: not being able to delete it is no reason to fail, and no second error. */
    private void clear(Path aside, boolean done) throws IOException {
        if (Files.notExists(aside, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            files.delete(aside);
        } catch (IOException e) {
            if (done) {
                throw e;
            }
        }
    }

    /** What is said of the checkpoint before where one cannot be written. */
    String whole() {
        return latest == null
                ? "No checkpoint of this run was saved before it"
                : "The last checkpoint is whole: " + latest;
    }

    private IOException explain(Path place, IOException problem) {
        String message = String.valueOf(problem.getMessage()).toLowerCase(Locale.ROOT);
        String what = FULL.stream().anyMatch(message::contains)
                ? "No room left on the disk for the checkpoint " + place + ". Free some space"
                : "The checkpoint " + place + " could not be written (" + problem.getMessage() + "). Mend that";
        String then = latest == null
                ? ", then train again"
                : ", then go on with --resume=true --config_path="
                        + folder.resolve(LAST).resolve(MODEL) + "/train_config.json";
        return new IOException(what + then + ". " + whole(), problem);
    }

    /** The newest checkpoint; null where there is none. */
    @Nullable
    Path latest() {
        return latest;
    }

    /** Tells of a checkpoint that was there before: the one that a run goes on from. */
    void resumed(Path checkpoint) {
        latest = checkpoint;
    }
}
