/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.read;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.Dataset;
import dev.tendon.dataset.DatasetFeature;
import dev.tendon.dataset.EpisodeFrames;
import dev.tendon.dataset.EpisodeInfo;
import dev.tendon.dataset.EpisodeReader;
import dev.tendon.dataset.FormatException;
import dev.tendon.video.FrameNotFoundException;
import dev.tendon.video.Video;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads items of a dataset by index, or by episode and frame. Thread: any, several at a time, each with items of its own.
 *
 * <p>Memory: what {@link ReadOptions} allows for its caches and decoders, and what each {@link #newItem} takes; nothing grows with the
 * dataset except the list of its episodes.
 */
public final class ItemReader implements AutoCloseable {
    private static final int BYTES_PER_NUMBER = 8;
    private static final int BYTES_PER_ROW = 8;

    private final ReadOptions options;
    private final List<EpisodeInfo> episodes;
    private final Map<String, DatasetFeature> tabular = new LinkedHashMap<>();
    private final Map<String, Camera> cameras = new LinkedHashMap<>();
    private final Map<String, Window> windows = new LinkedHashMap<>();
    private final Cache<Integer, EpisodeFrames> rows;
    private final EpisodeReader files;
    private final PictureSource pictures;
    private volatile boolean closed;

    private ItemReader(Dataset dataset, Video video, ReadOptions options) throws FormatException {
        this.options = options;
        episodes = dataset.episodes();
        Set<String> known = dataset.info().features().keySet();
        for (Set<String> named : List.of(options.features(), options.windows().keySet())) {
            if (!known.containsAll(named)) {
                Set<String> unknown = new TreeSet<>(named);
                unknown.removeAll(known);
                throw new ConfigException(
                        "The dataset " + dataset.root() + " has no feature " + unknown + "; it has " + known);
            }
        }
        double fps = dataset.info().fps();
        boolean again = false;
        for (DatasetFeature feature : dataset.info().features().values()) {
            if (!wanted(feature.name())) {
                continue;
            }
            List<Double> times = options.windows().get(feature.name());
            Window window = times == null ? Window.OWN : Window.of(feature.name(), times, fps, options.toleranceS());
            windows.put(feature.name(), window);
            if (feature.tabular()) {
                tabular.put(feature.name(), feature);
            } else {
                cameras.put(feature.name(), Camera.of(feature));
                again |= window.steps() > 1;
            }
        }
        rows = new Cache<>(options.rowBytes(), this::bytes);
        files = dataset.reader(tabular.keySet());
        pictures = new PictureSource(dataset, video, options, again);
    }

    private boolean wanted(String feature) {
        return options.features().isEmpty()
                || options.features().contains(feature)
                || options.windows().containsKey(feature);
    }

    /**
     * Prepares reading; reads nothing yet. The dataset stays the caller's, and open.
     *
     * @throws ConfigException where the options ask for what the dataset has not
     * @throws FormatException where the dataset lacks what every dataset has
     */
    public static ItemReader open(Dataset dataset, Video video, ReadOptions options) throws FormatException {
        return new ItemReader(dataset, video, options);
    }

    /** Frames in the dataset: indices are 0 to one less. */
    public long size() {
        return episodes.isEmpty() ? 0 : episodes.get(episodes.size() - 1).toRow();
    }

    /** A place for an item, with memory of its own for all that is read. */
    public Item newItem() {
        Item item = new Item();
        tabular.forEach((name, feature) -> item.values.put(name, new Item.Values(feature, window(name))));
        cameras.forEach((name, camera) -> item.pictures.put(name, new Item.Pictures(camera, window(name))));
        return item;
    }

    private Window window(String feature) {
        return windows.getOrDefault(feature, Window.OWN);
    }

    /**
     * Reads the item of an index.
     *
     * @param into where; after an exception it holds nothing of use
     * @throws IndexOutOfBoundsException where there is none
     * @throws FormatException where the dataset is damaged there
     */
    public void read(long index, Item into) throws IOException {
        read(index, 0, into);
    }

    /** As {@link #read(long, Item)}, for an epoch, which {@link PictureTransform} is told. */
    void read(long index, long epoch, Item into) throws IOException {
        java.util.Objects.checkIndex(index, size());
        EpisodeInfo episode = episodes.get(episodeOf(index));
        read(episode, (int) (index - episode.fromRow()), epoch, into);
    }

    /** Reads a frame of an episode; otherwise as {@link #read(long, Item)}. */
    public void read(int episode, int frame, Item into) throws IOException {
        EpisodeInfo info = episodes.get(java.util.Objects.checkIndex(episode, episodes.size()));
        read(info, java.util.Objects.checkIndex(frame, info.length()), 0, into);
    }

    /** The episode that holds a row: the last that begins at or before it and is not empty. */
    private int episodeOf(long index) {
        int low = 0;
        int high = episodes.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (episodes.get(middle).toRow() <= index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void read(EpisodeInfo episode, int frame, long epoch, Item into) throws IOException {
        if (closed) {
            throw new IllegalStateException("the reader of items is closed");
        }
        EpisodeFrames frames = rows.get(episode.index(), () -> files.frames(episode.index()));
        into.index = episode.fromRow() + frame;
        into.episode = episode.index();
        into.frame = frame;
        into.timestampS = frames.timestamp(frame);
        into.task = frames.task(frame);
        into.values.forEach((name, values) -> fill(name, values, frames, frame));
        for (Item.Pictures place : into.pictures.values()) {
            for (int step = 0; step < place.window.steps(); step++) {
                picture(episode, frames, frame, epoch, place, step);
            }
        }
    }

    private void picture(
            EpisodeInfo episode, EpisodeFrames frames, int frame, long epoch, Item.Pictures place, int step)
            throws IOException {
        Camera camera = place.camera;
        int at = place.window.frame(step, frame, frames.length());
        place.pad[step] = place.window.pad(step, frame, frames.length());
        try {
            pictures.read(camera, episode, at, frames.timestamp(at), place.step(step));
        } catch (FrameNotFoundException e) {
            throw new FormatException(
                    "Frame " + at + " of episode " + episode.index() + " has no picture of " + camera.key() + ": "
                            + e.getMessage() + ". Validate the dataset",
                    e);
        }
        if (options.transform().isPresent()) {
            options.transform()
                    .get()
                    .apply(
                            camera.key(),
                            epoch,
                            episode.fromRow() + frame,
                            place.step(step),
                            camera.width(),
                            camera.height());
        }
    }

    private static void fill(String name, Item.Values values, EpisodeFrames frames, int frame) {
        for (int step = 0; step < values.window.steps(); step++) {
            values.pad[step] = values.window.pad(step, frame, frames.length());
            int at = values.window.frame(step, frame, frames.length());
            if (values.texts.length > 0) {
                values.texts[step] = frames.text(name, at);
            } else {
                for (int element = 0; element < values.elements; element++) {
                    values.numbers[step * values.elements + element] = frames.value(name, at, element);
                }
            }
        }
    }

    private long bytes(EpisodeFrames frames) {
        long values = 2;
        for (DatasetFeature feature : tabular.values()) {
            values += feature.elements();
        }
        return frames.length() * (values * BYTES_PER_NUMBER + BYTES_PER_ROW);
    }

    /** Closes decoders and data files. Items may still be looked at. */
    @Override
    public void close() throws IOException {
        closed = true;
        pictures.close();
        files.close();
    }
}
