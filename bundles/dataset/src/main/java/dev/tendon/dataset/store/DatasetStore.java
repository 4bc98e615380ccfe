/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.DatasetFeature;
import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.write.DatasetMeta;
import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.dataset.write.FeatureStatistics;
import dev.tendon.dataset.write.FormatVersion;
import dev.tendon.dataset.write.MetaFiles;
import dev.tendon.video.Video;
import dev.tendon.video.VideoEncoding;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A dataset that is being recorded: LeRobotDataset v3.0, whole at any moment between two saves, for LeRobot too, without any
 * finishing step.
 *
 * <pre>{@code
 * try (DatasetStore store = DatasetStore.create(new LocalFiles(), video, root, spec)) {
 *     EpisodeJournal journal = store.begin("Pick the cube", Map.of("observation.images.top", encoding));
 *     … journal.row().set(…); journal.append(); an encoder writes to journal.video(key); once a second journal.sync() …
 *     store.save(journal, statistics);      // or store.discard(journal)
 * }
 * }</pre>
 *
 * <p>Several journals may be open at once, so that one episode is saved while the next is recorded; they are numbered in the order
 * in which they are saved. Thread: any, one call at a time waits for another, except that {@link #begin} waits for no save;
 * a journal has its own owner.
 */
public final class DatasetStore implements Closeable {
    private final FileLayer layer;
    private final Video video;
    private final Places places;
    private final List<WriterLock> locks = new ArrayList<>();
    /** Journals that are open; its monitor guards it and {@link #journals}. Taken after this object's own, never before. */
    private final Set<Path> open = new HashSet<>();

    private final List<JournaledTail> tails = new ArrayList<>();
    private volatile StoreState state;
    private int journals;
    private boolean unfinished;
    private volatile boolean closed;

    private DatasetStore(FileLayer layer, Video video, Places places, WriterLock lock) throws IOException {
        this.layer = layer;
        this.video = video;
        this.places = places;
        locks.add(lock);
        Publication.recover(layer, places);
        DatasetSpec spec = DatasetSpec.read(places.root());
        if (spec.version() != FormatVersion.V3_0) {
            throw new ConfigException("The dataset in " + places.root() + " is "
                    + spec.version().codebaseVersion() + "; recording adds to v3.0 only. Convert it first:"
                    + " tendon dataset convert --to=v3.0 --dataset.root=" + places.root());
        }
        DatasetMeta meta = DatasetMeta.read(places.root());
        Orphans.putAside(layer, places, meta);
        state = StoreState.of(meta);
        findTails();
    }

    /**
     * Makes a new dataset in {@code root}, which must not be there, or be empty.
     *
     * @throws ConfigException where there is something already
     */
    public static DatasetStore create(FileLayer layer, Video video, Path root, DatasetSpec spec) throws IOException {
        if (spec.version() != FormatVersion.V3_0) {
            throw new ConfigException("Recording makes v3.0; convert the dataset afterwards");
        }
        SwapIn.finish(layer, root);
        Places places = new Places(root);
        for (Path child : Trees.children(root)) {
            if (!child.equals(places.tendon()) && !interrupted(places, child)) {
                throw new ConfigException("There is something in " + root.toAbsolutePath()
                        + " already. Add to a dataset with --resume=true, or record into another folder");
            }
        }
        Trees.makeFolder(layer, places.tendon());
        return opened(
                places,
                () -> {
                    Trees.makeFolder(layer, places.meta());
                    ByteArrayOutputStream info = new ByteArrayOutputStream();
                    MetaFiles.writeInfo(info, spec, 0, 0, 0);
                    Trees.replace(layer, places.info(), info.toByteArray());
                },
                layer,
                video);
    }

    /** Whether {@code child} is the beginning of a {@code meta} folder that an earlier try has left. */
    private static boolean interrupted(Places places, Path child) throws IOException {
        return child.equals(places.meta())
                && Trees.children(child).stream()
                        .allMatch(file -> file.toString().endsWith(Trees.ASIDE));
    }

    /**
     * Opens a dataset to add to it, after completing what an earlier writer's end has left half done.
     *
     * @param wanted what is to be recorded
     * @throws ConfigException where there is no dataset, another writes to it, or what is recorded does not fit it
     * @throws FormatException where it is damaged
     */
    public static DatasetStore resume(FileLayer layer, Video video, Path root, DatasetSpec wanted) throws IOException {
        DatasetStore store = open(layer, video, root);
        try {
            Compatibility.check(root, store.state.spec(), wanted);
            return store;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /**
     * Checks whether what is to be recorded fits the dataset at {@code root}, as {@link #resume} does.
     *
     * @throws ConfigException where it does not, with all differences
     */
    public static void requireFits(Path root, DatasetSpec there, DatasetSpec wanted) {
        Compatibility.check(root, there, wanted);
    }

    /** As {@link #resume}, whatever it holds. */
    public static DatasetStore open(FileLayer layer, Video video, Path root) throws IOException {
        SwapIn.finish(layer, root);
        Places places = new Places(root);
        if (!Files.exists(places.info())) {
            throw new ConfigException("No dataset to add to: " + root.toAbsolutePath() + " has no meta/info.json."
                    + " Leave out --resume=true to begin one");
        }
        Trees.makeFolder(layer, places.tendon());
        return opened(places, () -> {}, layer, video);
    }

    private interface Work {
        void run() throws IOException;
    }

    private static DatasetStore opened(Places places, Work first, FileLayer layer, Video video) throws IOException {
        WriterLock lock = WriterLock.take(places.root());
        try {
            SwapIn.clean(layer, places.root());
            first.run();
            return new DatasetStore(layer, video, places, lock);
        } catch (IOException | RuntimeException e) {
            lock.release(places.root());
            SwapIn.removeIfEmpty(layer, places.tendon());
            throw e;
        }
    }

    private void findTails() throws IOException {
        for (Path folder : Trees.children(places.journals())) {
            journals = Math.max(journals, number(folder) + 1);
            JournalExtent extent;
            try {
                extent = JournalExtent.of(video, folder, true);
            } catch (IOException e) {
                Orphans.putAside(layer, places, folder); // its header never reached the disk, or not whole
                continue;
            }
            if (extent.frames() == 0) {
                Trees.delete(layer, folder);
            } else {
                tails.add(new JournaledTail(this, folder, extent));
            }
        }
    }

    private static int number(Path folder) {
        try {
            return Integer.parseInt(folder.getFileName().toString());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    public Path root() {
        return places.root();
    }

    /** What the dataset holds. */
    public synchronized DatasetSpec spec() {
        return state.spec();
    }

    /** Episodes that are saved. */
    public synchronized int episodes() {
        return state.episodes();
    }

    /** Frames of all saved episodes. */
    public synchronized long frames() {
        return state.frames();
    }

    /** Episodes whose recorder died, the oldest first. */
    public synchronized List<JournaledTail> tails() {
        return List.copyOf(tails);
    }

    /**
     * Begins an episode.
     *
     * @param encodings how the videos are encoded, by feature: told in {@code info.json} once the first episode is saved
     */
    public EpisodeJournal begin(String task, Map<String, VideoEncoding> encodings) throws IOException {
        synchronized (open) {
            requireOpen();
            StoreState now = state;
            Trees.makeFolder(layer, places.journals());
            Path folder = places.journals().resolve(String.format(java.util.Locale.ROOT, "%06d", journals++));
            EpisodeJournal journal = EpisodeJournal.begin(
                    layer, folder, JournalHeader.of(now.spec(), now.episodes() + open.size(), encodings));
            open.add(folder);
            journal.task(task);
            return journal;
        }
    }

    /**
     * Adds a journaled episode to the dataset; its encoders have finished. The journal is closed. It is gone when this returns, and stays
     * when this fails: then it may be saved once more, or is offered by the next open.
     *
     * @param pictures statistics of its pictures by feature; those that are missing are taken from the pictures, which takes longer
     * @throws FormatException where it has no frame
     */
    public SavedEpisode save(EpisodeJournal journal, Map<String, FeatureStatistics> pictures) throws IOException {
        journal.close();
        return add(journal.folder(), JournalExtent.of(video, journal.folder(), journal.failed()), pictures);
    }

    private synchronized SavedEpisode add(Path folder, JournalExtent extent, Map<String, FeatureStatistics> pictures)
            throws IOException {
        requireOpen();
        finishSave();
        EpisodeSave.Built built = new EpisodeSave(layer, video, places, state).build(folder, extent, pictures);
        built.publication().commit(layer, places);
        unfinished = true;
        built.publication().publish(layer, places);
        unfinished = false;
        state = built.next();
        forget(folder);
        return built.saved();
    }

    /** Finishes a save or an exchange that was written down, but could not be done. */
    private void finishSave() throws IOException {
        if (unfinished) {
            SwapIn.finish(layer, places.root());
            Publication.recover(layer, places);
            state = StoreState.of(DatasetMeta.read(places.root()));
            unfinished = false;
        }
    }

    /** Forgets a journaled episode. Its encoders have ended. */
    public synchronized void discard(EpisodeJournal journal) throws IOException {
        journal.close();
        forget(journal.folder());
        Trees.delete(layer, journal.folder());
    }

    private void forget(Path journal) {
        synchronized (open) {
            open.remove(journal);
        }
    }

    SavedEpisode keep(JournaledTail tail) throws IOException {
        fits(tail);
        SavedEpisode saved = add(tail.folder(), tail.extent(), Map.of());
        forget(tail);
        return saved;
    }

    void drop(JournaledTail tail) throws IOException {
        Trees.delete(layer, tail.folder());
        forget(tail);
    }

    private synchronized void forget(JournaledTail tail) {
        tails.remove(tail);
    }

    private synchronized void fits(JournaledTail tail) throws IOException {
        List<DatasetFeature> now = JournalHeader.of(state.spec(), 0, Map.of()).features();
        JournalHeader header = new JournalReader(tail.folder()).header();
        if (!Set.copyOf(now).equals(Set.copyOf(header.features()))
                || header.fps() != state.spec().fps()) {
            throw new ConfigException("The episode that was being recorded has other features than the dataset in "
                    + places.root() + " now. Drop it");
        }
    }

    /**
     * Joins small files to the larger ones that LeRobot makes, as far as {@code info.json} allows: the dataset is built anew beside itself,
     * and put in place in one step. Takes as long as copying what is joined; for idle time, or the end.
     *
     * @return whether there was anything to join
     * @throws IllegalStateException where an episode is journaled
     * @throws ConfigException where the folder cannot be exchanged; nothing has changed then, and the dataset is as good as before
     */
    public synchronized boolean pack() throws IOException {
        synchronized (open) { // a journal that began meanwhile would go with the old folder
            return packAlone();
        }
    }

    private boolean packAlone() throws IOException {
        requireOpen();
        finishSave();
        if (!open.isEmpty() || !tails.isEmpty()) {
            throw new IllegalStateException("An episode is in the journal: save or drop it first");
        }
        DatasetMeta meta = DatasetMeta.read(places.root().toRealPath());
        if (!new Packing(layer, video, meta, places.root()).worthwhile()) {
            return false;
        }
        try (SwapIn swap = SwapIn.beginLocked(layer, places.root())) {
            new Packing(layer, video, meta, swap.folder()).run();
            locks.add(WriterLock.take(swap.folder())); // the old one's stays, until both are surely not needed
            unfinished = true;
            try {
                swap.commit(false);
            } finally {
                if (!swap.committed()) {
                    locks.remove(locks.size() - 1).close();
                }
            }
        }
        finishSave();
        return true;
    }

    /** Bytes that can still be written. */
    public long freeBytes() throws IOException {
        return layer.freeBytes(places.root());
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("Dataset " + places.root() + " is closed");
        }
    }

    /** Ends writing. Episodes that were neither saved nor discarded are offered by the next open. Idempotent. */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            SwapIn.removeIfEmpty(layer, places.journals());
        } finally {
            for (WriterLock earlier : locks.subList(0, locks.size() - 1)) {
                earlier.close(); // its file went with the folder that was exchanged
            }
            locks.get(locks.size() - 1).release(places.root());
            SwapIn.removeIfEmpty(layer, places.tendon());
        }
    }
}
