/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.tool.SourceRows.Rows;
import dev.tendon.dataset.write.ColumnValues;
import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.dataset.write.DatasetStatistics;
import dev.tendon.dataset.write.EpisodeRecord;
import dev.tendon.dataset.write.FormatVersion;
import dev.tendon.dataset.write.MetaFiles;
import dev.tendon.dataset.write.VideoPosition;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A dataset that is being written, episode after episode, into a folder that nobody reads yet. Memory does not grow with the number
 * of episodes, but for their videos' places. Thread: its creator's.
 */
abstract class SetTarget implements Closeable {
    private static final int BUFFER = 1 << 16;

    final DatasetSpec spec;
    final Path folder;
    private final List<DatasetStatistics> latest = new ArrayList<>();
    private DatasetStatistics statistics = DatasetStatistics.EMPTY;
    private int episodes;
    private long rows;

    SetTarget(DatasetSpec spec, Path folder) {
        this.spec = spec;
        this.folder = folder;
    }

    static SetTarget of(DatasetSpec spec, Path folder) throws IOException {
        return spec.version() == FormatVersion.V2_1 ? new SetTargetV2(spec, folder) : new SetTargetV3(spec, folder);
    }

    /**
     * Places the videos of one camera.
     *
     * @return where each episode's is
     */
    abstract List<VideoPosition> placeVideos(VideoTools tools, String feature, List<Clip> clips, Steps steps)
            throws IOException, InterruptedException;

    /** Number of the next episode. */
    int episodes() {
        return episodes;
    }

    /** Number of the next row. */
    long rows() {
        return rows;
    }

    /**
     * Writes the next episode.
     *
     * @param of its rows in the old set
     * @param instead columns that are different here
     * @param told what is told of it, but for its number and place
     */
    void add(Rows of, Map<String, ColumnValues> instead, EpisodeRecord told) throws IOException {
        write(of, instead, told);
        episodes++;
        rows += of.length();
        latest.add(told.statistics());
        if (latest.size() >= 64) {
            gather();
        }
    }

    abstract void write(Rows of, Map<String, ColumnValues> instead, EpisodeRecord told) throws IOException;

    /** Several at once, as LeRobot adds all at once; one by one, rounding would creep in. */
    private void gather() {
        List<DatasetStatistics> all = new ArrayList<>();
        if (!statistics.features().isEmpty()) {
            all.add(statistics);
        }
        all.addAll(latest);
        statistics = all.isEmpty() ? DatasetStatistics.EMPTY : DatasetStatistics.aggregate(all);
        latest.clear();
    }

    /** Completes the dataset; {@code tasks} are its tasks by number. */
    void finish(List<String> tasks) throws IOException {
        gather();
        finish(tasks, statistics);
        try (OutputStream out = create("meta/info.json")) {
            MetaFiles.writeInfo(out, spec, episodes, rows, tasks.size());
        }
    }

    abstract void finish(List<String> tasks, DatasetStatistics all) throws IOException;

    /** A new file below the folder. */
    OutputStream create(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
    }
}
