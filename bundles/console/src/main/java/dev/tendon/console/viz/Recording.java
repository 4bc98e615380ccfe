/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.Dataset;
import dev.tendon.dataset.DatasetFeature;
import dev.tendon.dataset.DatasetInfo;
import dev.tendon.dataset.EpisodeFrames;
import dev.tendon.dataset.EpisodeInfo;
import dev.tendon.dataset.EpisodeVideo;
import dev.tendon.dataset.FormatException;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A dataset as the page shows it. Immutable. Thread: any. */
final class Recording {
    private static final Logger LOG = LoggerFactory.getLogger(Recording.class);
    /** Values of a feature in a frame beyond which nobody reads plots. */
    private static final int MOST_ELEMENTS = 256;

    private final Dataset dataset;
    private final FilesWithin files;
    private final Optional<Conversion> conversion;
    private final Set<Camera> converted = new HashSet<>();
    private final List<Camera> cameras = new ArrayList<>();
    private final List<EpisodeInfo> episodes;
    private final int first;
    private final List<FeatureFigures> statistics;
    /** Name in the page by file, in the order of first use. */
    private final Map<Path, String> videos = new LinkedHashMap<>();

    /**
     * A view of {@code dataset}.
     *
     * @param only the episodes that are shown; empty: all
     * @param first the one that is shown first; empty: the first of those
     * @param video makes videos that a browser plays out of others; empty: they stay as they are
     * @throws ConfigException where there is no such episode
     */
    Recording(Dataset dataset, List<Integer> only, Optional<Integer> first, Optional<Video> video) throws IOException {
        this.dataset = dataset;
        conversion = video.map(Conversion::new);
        files = new FilesWithin(dataset.root());
        for (DatasetFeature feature : dataset.info().features().values()) {
            if (!feature.tabular()) {
                cameras.add(Camera.of(feature, cameras.size()));
            }
        }
        List<EpisodeInfo> shown = new ArrayList<>();
        for (int index : only) {
            shown.add(dataset.episode(index));
        }
        episodes = only.isEmpty() ? dataset.episodes() : List.copyOf(shown);
        if (episodes.isEmpty()) {
            throw new ConfigException(dataset.root() + " has no episode yet");
        }
        this.first = first.map(dataset::episode).orElse(episodes.get(0)).index();
        if (!has(this.first)) {
            throw new ConfigException("Episode " + this.first + " is to be shown first, but is not among --episodes");
        }
        nameVideos();
        for (Camera camera : cameras) {
            Optional<Path> file = firstFile(camera);
            if (conversion.isPresent() && file.isPresent() && !conversion.get().needless(file.get())) {
                converted.add(camera);
            }
        }
        statistics = statistics(dataset.root());
    }

    /** The first of a camera's videos that is there. */
    private Optional<Path> firstFile(Camera camera) {
        for (EpisodeInfo episode : episodes) {
            for (EpisodeVideo video : dataset.videos(episode.index())) {
                if (video.key().equals(camera.feature().name())
                        && files.problem(video.file()).isEmpty()) {
                    return Optional.of(video.file());
                }
            }
        }
        return Optional.empty();
    }

    private static List<FeatureFigures> statistics(Path root) {
        try {
            return StoredStatistics.read(root);
        } catch (IOException e) {
            LOG.warn(
                    "The statistics of {} cannot be read ({}); the page shows those of each episode",
                    root,
                    e.getMessage());
            return List.of();
        }
    }

    private void nameVideos() {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (EpisodeInfo episode : episodes) {
            for (EpisodeVideo video : dataset.videos(episode.index())) {
                String folder = camera(video.key()).folder();
                videos.computeIfAbsent(
                        video.file(),
                        file -> String.format(
                                Locale.ROOT, "videos/%s/%04d.mp4", folder, numbers.merge(folder, 1, Integer::sum) - 1));
            }
        }
    }

    private Camera camera(String key) {
        return cameras.stream()
                .filter(camera -> camera.feature().name().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** The folder's name: a page that is mailed says nothing of where it came from. */
    String title() {
        Path name = dataset.root().toAbsolutePath().normalize().getFileName();
        return name == null ? "dataset" : name.toString();
    }

    DatasetInfo info() {
        return dataset.info();
    }

    List<Camera> cameras() {
        return cameras;
    }

    List<EpisodeInfo> episodes() {
        return episodes;
    }

    /** Frames of an episode. */
    int length(int episode) {
        return dataset.episode(episode).length();
    }

    boolean has(int episode) {
        return episodes.stream().anyMatch(shown -> shown.index() == episode);
    }

    /** Number of the episode that is shown first. */
    int first() {
        return first;
    }

    /** Whether a feature's values are in the page. */
    static boolean plotted(DatasetFeature feature) {
        return feature.tabular() && feature.elements() <= (feature.text() ? 1 : MOST_ELEMENTS);
    }

    EpisodeFrames frames(int episode, Set<String> columns) throws IOException {
        return dataset.frames(episode, columns);
    }

    /** Of the whole dataset, as it holds them; empty where it has none, or none that can be read. */
    List<FeatureFigures> statistics() {
        return statistics;
    }

    /** Takes an episode's pictures out of its rows, as a browser shows them; one that is damaged is left out. */
    void pictures(int episode, Camera camera, Dataset.PictureSink sink) throws IOException {
        String name = camera.feature().name();
        double near = first(name, "q01", "min");
        double far = first(name, "q99", "max");
        dataset.pictures(episode, name, (frame, bytes) -> {
            byte[] shown;
            try {
                shown = BrowserPicture.of(bytes, near, far);
            } catch (IOException e) {
                LOG.debug("Picture {} of {} in episode {} cannot be shown", frame, name, episode, e);
                return;
            }
            sink.picture(frame, shown);
        });
    }

    /** A feature's first number of the first statistic there is; else NaN. */
    private double first(String feature, String... names) {
        for (FeatureFigures figures : statistics) {
            for (String name : names) {
                double[] values = figures.values().get(name);
                if (figures.feature().equals(feature) && values != null) {
                    return values[0];
                }
            }
        }
        return Double.NaN;
    }

    /** An episode's part of a camera's video. */
    Clip clip(int episode, Camera camera) {
        for (EpisodeVideo video : dataset.videos(episode)) {
            if (video.key().equals(camera.feature().name())) {
                String problem = files.problem(video.file());
                if (problem.isEmpty() && converted.contains(camera)) {
                    double lengthS = length(episode) / info().fps();
                    return new Clip(VizSite.converted(camera, episode), null, 0, lengthS, "");
                }
                return new Clip(
                        videos.get(video.file()),
                        problem.isEmpty() ? video.file() : null,
                        video.fromS(),
                        video.toS(),
                        problem);
            }
        }
        return new Clip("", null, 0, 0, "the dataset does not say where this video is");
    }

    /** Whether a camera's videos are made anew, an episode each, since browsers do not play them. */
    boolean converts(Camera camera) {
        return converted.contains(camera);
    }

    /**
     * Makes such a video; there must be one to make it of.
     *
     * @throws FormatException where that is damaged
     */
    void convert(int episode, Camera camera, Path to) throws IOException {
        for (EpisodeVideo video : dataset.videos(episode)) {
            if (video.key().equals(camera.feature().name())
                    && files.problem(video.file()).isEmpty()) {
                conversion.orElseThrow().write(video.file(), video.fromS(), length(episode), info().fps(), to);
                return;
            }
        }
        throw new NoSuchFileException(camera.feature().name());
    }

    /** Every video file that is shown as it is, by its name in the page. */
    Map<String, Path> videos() {
        Map<String, Path> shown = new LinkedHashMap<>();
        for (EpisodeInfo episode : episodes) {
            for (Camera camera : cameras) {
                Clip clip = camera.video() ? clip(episode.index(), camera) : null;
                if (clip != null && clip.file() != null) {
                    shown.put(clip.path(), clip.file());
                }
            }
        }
        return shown;
    }

    /** The first of those that cannot be shown, relative to the dataset; empty where there is none. */
    String firstMissing() {
        return videos.keySet().stream()
                .filter(file -> !files.problem(file).isEmpty())
                .findFirst()
                .map(file -> dataset.root().relativize(file).toString())
                .orElse("");
    }

    /** How many video files there should be and are not, or cannot be used. */
    long missingVideos() {
        return videos.keySet().stream()
                .filter(file -> !files.problem(file).isEmpty())
                .count();
    }
}
