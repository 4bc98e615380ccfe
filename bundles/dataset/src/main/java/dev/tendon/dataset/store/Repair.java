/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.FormatException;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a whole dataset of a damaged one, v3.0 or v2.1: keeps every episode that is complete, says what it drops and why, and changes nothing
 * before all is built. What it makes needs no repair.
 *
 * <p>An episode is complete when its rows are there from the first frame to the last, its tasks are known, and each of its videos has a frame
 * for each row. {@code meta} may be gone: what it does not tell is taken from rows and videos, statistics are computed. Data files that LeRobot
 * was killed before finishing, and that have no footer, are read by their pages: every episode that was saved comes back. Only {@code
 * info.json} cannot be done without.
 *
 * <p>An episode that Tendon was recording stays in its journal, and is offered by {@link DatasetStore#open}. Thread: any.
 */
public final class Repair {
    private static final String COMPLETED = "the save of an episode was interrupted, and is completed";
    private static final String SCRATCH = "scratch";

    private Repair() {}

    /**
     * Says what a repair would do, and does nothing.
     *
     * @throws ConfigException where there is no dataset
     * @throws FormatException where {@code info.json} cannot be read
     */
    public static RepairReport inspect(Video video, Path root) throws IOException {
        return inspect(video, root, RepairProgress.NONE);
    }

    /** As {@link #inspect(Video, Path)}. */
    public static RepairReport inspect(Video video, Path root, RepairProgress progress) throws IOException {
        requireDataset(root);
        FileLayer layer = new LocalFiles();
        Path scratch = Files.createTempDirectory("tendon-repair");
        RepairReport report;
        try {
            report = new Salvage(root, video, layer, scratch, progress).report();
        } finally {
            Trees.delete(layer, scratch);
        }
        return Files.exists(new Places(root).intent()) ? with(report, COMPLETED) : report;
    }

    /**
     * Repairs the dataset at {@code root} in its place; the old one stays, as {@code NAME_old}. Where nothing is wrong, nothing is done.
     *
     * @throws ConfigException where another writes to it, or it cannot be exchanged where it is
     */
    public static RepairReport inPlace(FileLayer layer, Video video, Path root) throws IOException {
        return inPlace(layer, video, root, RepairProgress.NONE);
    }

    /** As {@link #inPlace(FileLayer, Video, Path)}. */
    public static RepairReport inPlace(FileLayer layer, Video video, Path root, RepairProgress progress)
            throws IOException {
        SwapIn.finish(layer, root);
        requireDataset(root);
        Path real = root.toRealPath();
        try (SwapIn swap = SwapIn.begin(layer, real)) {
            boolean completed = recover(layer, new Places(real));
            Path scratch = new Places(swap.folder()).tendon().resolve(SCRATCH);
            Salvage salvage = new Salvage(real, video, layer, scratch, progress);
            RepairReport report = salvage.report();
            if (report.needed()) {
                Rebuild rebuild = new Rebuild(layer, video, salvage, swap.folder(), true, progress);
                rebuild.run();
                rebuild.takeOverJournals();
                Trees.delete(layer, scratch);
                swap.commit(true);
            }
            return completed ? with(report, COMPLETED) : report;
        }
    }

    /**
     * Writes the repaired dataset to {@code output}, which must not be there, or be empty. The one at {@code root} stays as it is.
     *
     * @throws ConfigException where there is something already
     */
    public static RepairReport into(FileLayer layer, Video video, Path root, Path output) throws IOException {
        return into(layer, video, root, output, RepairProgress.NONE);
    }

    /** As {@link #into(FileLayer, Video, Path, Path)}. */
    public static RepairReport into(FileLayer layer, Video video, Path root, Path output, RepairProgress progress)
            throws IOException {
        requireDataset(root);
        Path place = output.toAbsolutePath().normalize();
        Path parent = place.getParent();
        if (parent == null
                || (Files.exists(place)
                        && !(Files.isDirectory(place) && Trees.children(place).isEmpty()))) {
            throw new ConfigException(
                    "--output=" + output + ": there is something already. Name a folder that does not exist yet");
        }
        Trees.makeFolder(layer, parent);
        Path building = parent.resolve(place.getFileName() + ".tendon-new");
        Trees.delete(layer, building);
        try {
            layer.makeFolder(building);
            Path scratch = new Places(building).tendon().resolve(SCRATCH);
            Salvage salvage = new Salvage(root, video, layer, scratch, progress);
            new Rebuild(layer, video, salvage, building, false, progress).run();
            Trees.delete(layer, new Places(building).tendon());
            Trees.sync(layer, building);
            layer.delete(place);
            layer.move(building, place);
            layer.syncFolder(parent);
            return salvage.report();
        } finally {
            Trees.delete(layer, building);
        }
    }

    /** Whole frames of each episode in the journal of the dataset at {@code root}, the oldest first. Changes nothing. */
    public static List<Integer> journaled(Video video, Path root) throws IOException {
        List<Integer> frames = new ArrayList<>();
        for (Path journal : Trees.children(new Places(root).journals())) {
            if (Files.isRegularFile(journal.resolve(JournalHeader.NAME))) {
                try {
                    frames.add(JournalExtent.of(video, journal, true).frames());
                } catch (FormatException e) {
                    // Its header is torn: it holds nothing.
                }
            }
        }
        frames.removeIf(count -> count == 0);
        return frames;
    }

    private static RepairReport with(RepairReport report, String mended) {
        List<String> all = new ArrayList<>(report.mended());
        all.add(0, mended);
        return new RepairReport(report.episodes(), report.frames(), report.dropped(), all);
    }

    /** Completes an interrupted save. One that cannot be any more is taken apart: its episode is in the journal still. */
    private static boolean recover(FileLayer layer, Places places) throws IOException {
        try {
            return Publication.recover(layer, places);
        } catch (FormatException e) {
            Trees.delete(layer, places.save());
            return false;
        }
    }

    private static void requireDataset(Path root) {
        if (!Files.exists(new Places(root).info())) {
            throw new ConfigException("No dataset to repair: " + root.toAbsolutePath()
                    + " has no meta/info.json, without which nothing tells what its rows are."
                    + " Name the folder that holds meta and data");
        }
    }
}
