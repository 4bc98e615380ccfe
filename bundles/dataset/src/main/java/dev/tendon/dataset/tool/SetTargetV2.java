/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.tool.SourceRows.Rows;
import dev.tendon.dataset.write.ColumnValues;
import dev.tendon.dataset.write.DataFileWriter;
import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.dataset.write.DatasetStatistics;
import dev.tendon.dataset.write.EpisodeRecord;
import dev.tendon.dataset.write.FeatureStatistics;
import dev.tendon.dataset.write.FilePosition;
import dev.tendon.dataset.write.MetaFiles;
import dev.tendon.dataset.write.VideoPosition;
import dev.tendon.video.Span;
import dev.tendon.video.VideoInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes v2.1: a data file and a video of each camera for every episode. */
final class SetTargetV2 extends SetTarget {
    private final OutputStream episodeLines;
    private final OutputStream statisticsLines;

    SetTargetV2(DatasetSpec spec, Path folder) throws IOException {
        super(spec, folder);
        episodeLines = create("meta/episodes.jsonl");
        statisticsLines = create("meta/episodes_stats.jsonl");
    }

    @Override
    List<VideoPosition> placeVideos(VideoTools tools, String feature, List<Clip> clips, Steps steps)
            throws IOException, InterruptedException {
        List<VideoPosition> positions = new ArrayList<>();
        double half = 0.5 / spec.fps();
        for (int episode = 0; episode < clips.size(); episode++) {
            Clip clip = clips.get(episode);
            Path to = folder.resolve(spec.episodeVideoPath(feature, episode));
            Files.createDirectories(to.getParent());
            VideoInfo info = tools.video().probe(clip.file());
            if (clip.fromS() <= info.startS() + half && Math.abs(clip.toS() - info.durationS()) <= half) {
                tools.copier().place(clip.file(), to);
            } else {
                tools.cut(clip, new Span(clip.fromS(), clip.toS()), to);
            }
            positions.add(new VideoPosition(FilePosition.FIRST, 0, clip.toS() - clip.fromS()));
            steps.next();
        }
        return positions;
    }

    @Override
    void write(Rows of, Map<String, ColumnValues> instead, EpisodeRecord told) throws IOException {
        try (OutputStream out = create(spec.episodeDataPath(episodes()));
                DataFileWriter file = new DataFileWriter(out, spec, of.file())) {
            file.copy(of.file(), of.run(), instead);
            file.finish();
        }
        Map<String, FeatureStatistics> plain = new LinkedHashMap<>();
        told.statistics().features().forEach((name, values) -> plain.put(name, values.withoutQuantiles()));
        EpisodeRecord record =
                told.moved(episodes(), rows(), FilePosition.FIRST).withStatistics(DatasetStatistics.of(plain));
        MetaFiles.writeEpisodeLines(episodeLines, List.of(record));
        MetaFiles.writeEpisodeStatisticsLines(statisticsLines, List.of(record));
    }

    @Override
    void finish(List<String> tasks, DatasetStatistics all) throws IOException {
        close();
        try (OutputStream out = create("meta/tasks.jsonl")) {
            MetaFiles.writeTaskLines(out, tasks);
        }
    }

    @Override
    public void close() throws IOException {
        episodeLines.close();
        statisticsLines.close();
    }
}
