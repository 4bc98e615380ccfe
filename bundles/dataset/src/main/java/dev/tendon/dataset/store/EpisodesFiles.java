/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.dataset.write.EpisodeRecord;
import dev.tendon.dataset.write.EpisodesFileWriter;
import dev.tendon.dataset.write.EpisodesLayout;
import dev.tendon.dataset.write.FilePosition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes all of {@code meta/episodes} anew, in files as large as {@code info.json} allows. Thread: any. */
final class EpisodesFiles {
    private static final long MB = 1L << 20;
    /** Episodes a row group, as LeRobot gathers them (0.6, datasets/dataset_metadata.py, {@code metadata_buffer_size}). */
    private static final int A_GROUP = 10;

    private EpisodesFiles() {}

    static void write(
            FileLayer layer, Path to, DatasetSpec spec, @Nullable EpisodesLayout layout, List<EpisodeRecord> episodes)
            throws IOException {
        FilePosition position = FilePosition.FIRST;
        int next = 0;
        while (next < episodes.size()) {
            Path file = to.resolve(DatasetSpec.episodesPath(position));
            layer.makeFolder(file.getParent());
            try (FileLayer.Sink sink = layer.create(file)) {
                SinkStream out = new SinkStream(sink);
                try (EpisodesFileWriter writer = new EpisodesFileWriter(
                        out, layout == null ? EpisodesLayout.of(spec, episodes.get(0)) : layout)) {
                    while (next < episodes.size()
                            && writer.size() < spec.settings().dataFilesSizeMb() * MB) {
                        int end = Math.min(next + A_GROUP, episodes.size());
                        List<EpisodeRecord> group = new ArrayList<>();
                        for (EpisodeRecord episode : episodes.subList(next, end)) {
                            group.add(episode.in(position));
                        }
                        writer.write(group);
                        next = end;
                    }
                    writer.finish();
                }
                out.flush();
            }
            position = position.next(spec.settings().chunksSize());
        }
    }
}
