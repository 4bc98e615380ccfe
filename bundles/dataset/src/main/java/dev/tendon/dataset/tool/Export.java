/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.internal.EpisodeRow;
import dev.tendon.dataset.tool.SourceRows.Rows;
import dev.tendon.dataset.write.FeatureSpec;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes a dataset for programs that know no LeRobotDataset: a table of each episode's rows, and its pictures as files. Thread: its
 * creator's.
 *
 * <p>In the folder: {@code episode_000000.csv} (or {@code .jsonl}), and for each camera {@code CAMERA/episode_000000.mp4}, or {@code
 * CAMERA/episode_000000/frame_000000.png}.
 */
public final class Export {
    private final SourceSet set;
    private final Set<Integer> episodes;
    private final List<FeatureSpec> columns;
    private final List<FeatureSpec> cameras;
    private final Form form;
    private final Pictures pictures;

    /** How rows are written. */
    public enum Form {
        /** A heading and a line a row; a feature of several values has a column for each. */
        CSV,
        /** A JSON object a line; a feature of several values is a list. */
        JSONL
    }

    /** How pictures are written. */
    public enum Pictures {
        NONE,
        /** A file a frame. */
        PNG,
        /** A file an episode: cut out without encoding where it can be, and encoded where pictures lie in the rows. */
        MP4
    }

    private Export(
            SourceSet set,
            Set<Integer> episodes,
            List<FeatureSpec> columns,
            List<FeatureSpec> cameras,
            Form form,
            Pictures pictures) {
        this.set = set;
        this.episodes = episodes;
        this.columns = columns;
        this.cameras = cameras;
        this.form = form;
        this.pictures = pictures;
    }

    /**
     * Looks at the dataset in {@code root}.
     *
     * @param episodes numbers of those that are written; none: all
     * @param features names of those that are written; none: all
     * @throws ConfigException where there is no such episode or feature
     */
    public static Export of(
            Path root, Collection<Integer> episodes, Collection<String> features, Form form, Pictures pictures)
            throws IOException {
        SourceSet set = SourceSet.open(root);
        List<String> unknown = new ArrayList<>(features);
        unknown.removeAll(set.spec().features().keySet());
        if (!unknown.isEmpty()) {
            throw new ConfigException("There is no feature " + unknown + "; there are "
                    + String.join(", ", set.spec().features().keySet()));
        }
        List<FeatureSpec> wanted = set.spec().features().values().stream()
                .filter(feature -> features.isEmpty() || features.contains(feature.name()))
                .toList();
        return new Export(
                set,
                episodes.isEmpty()
                        ? new TreeSet<>(
                                set.episodes().stream().map(EpisodeRow::index).toList())
                        : Episodes.existing(set, episodes),
                wanted.stream()
                        .filter(feature -> feature.numeric() || feature.text())
                        .toList(),
                wanted.stream()
                        .filter(feature -> feature.video() || feature.image())
                        .toList(),
                form,
                pictures);
    }

    /** Numbers of the episodes that are written. */
    public Set<Integer> episodes() {
        return new TreeSet<>(episodes);
    }

    /**
     * Writes into {@code output}, which there is not yet.
     *
     * @return bytes of all files
     * @throws ConfigException where there is something in {@code output}
     */
    public long into(Path output, Video video, Progress progress) throws IOException, InterruptedException {
        return Interrupts.heed(() -> {
            try (Output place = Output.at(output);
                    SourceRows rows = new SourceRows()) {
                Steps steps = new Steps(progress, "Exporting episodes", episodes.size());
                for (int index : episodes) {
                    EpisodeRow episode = set.episodes().get(index);
                    String name = String.format(Locale.ROOT, "episode_%06d", index);
                    Rows of = rows.of(episode);
                    Path table = place.folder().resolve(name + "." + form.name().toLowerCase(Locale.ROOT));
                    new RowTable(set, columns, form).write(of, table);
                    for (FeatureSpec camera : pictures == Pictures.NONE ? List.<FeatureSpec>of() : cameras) {
                        Path folder = place.folder().resolve(camera.name());
                        new PictureExport(set, camera, video).write(episode, of, folder, name, pictures);
                    }
                    steps.next();
                }
                long bytes = Sizes.of(place.folder());
                place.commit();
                return bytes;
            }
        });
    }
}
