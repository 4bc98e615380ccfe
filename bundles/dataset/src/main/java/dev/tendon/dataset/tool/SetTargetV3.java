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
import dev.tendon.dataset.write.EpisodesFileWriter;
import dev.tendon.dataset.write.EpisodesLayout;
import dev.tendon.dataset.write.FilePosition;
import dev.tendon.dataset.write.MetaFiles;
import dev.tendon.dataset.write.VideoPosition;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes v3.0: episodes share files up to the size that the dataset allows, a row group each. */
final class SetTargetV3 extends SetTarget {
    private static final long MB = 1 << 20;
    /** Episodes a row group of the episodes file (LeRobot 0.6, datasets/dataset_metadata.py, metadata_buffer_size). */
    private static final int RECORDS = 10;

    private final List<EpisodeRecord> records = new ArrayList<>();
    private FilePosition dataPosition = FilePosition.FIRST;
    private FilePosition metaPosition = FilePosition.FIRST;
    private @Nullable OutputStream dataOut;
    private @Nullable DataFileWriter data;
    private @Nullable OutputStream metaOut;
    private @Nullable EpisodesFileWriter meta;
    private @Nullable EpisodesLayout layout;
    private long rowsInFile;

    SetTargetV3(DatasetSpec spec, Path folder) {
        super(spec, folder);
    }

    @Override
    List<VideoPosition> placeVideos(VideoTools tools, String feature, List<Clip> clips, Steps steps)
            throws IOException, InterruptedException {
        return new VideoShelf(tools, spec, feature, folder).place(clips, steps);
    }

    @Override
    void write(Rows of, Map<String, ColumnValues> instead, EpisodeRecord told) throws IOException {
        DataFileWriter file = dataFile(of);
        file.copy(of.file(), of.run(), instead);
        rowsInFile += of.length();
        records.add(told.moved(episodes(), rows(), dataPosition));
        if (records.size() >= RECORDS) {
            writeRecords();
        }
    }

    /** The file for an episode's rows: a new one where it would reach the limit, by what rows took so far. */
    private DataFileWriter dataFile(Rows of) throws IOException {
        DataFileWriter file = data;
        if (file != null
                && rowsInFile > 0
                && file.size() + (double) file.size() / rowsInFile * of.length()
                        >= spec.settings().dataFilesSizeMb() * MB) {
            closeData();
            dataPosition = dataPosition.next(spec.settings().chunksSize());
            file = null;
        }
        if (file == null) {
            OutputStream out = create(spec.dataPath(dataPosition));
            dataOut = out;
            file = new DataFileWriter(out, spec, of.file());
            data = file;
            rowsInFile = 0;
        }
        return file;
    }

    private void closeData() throws IOException {
        if (data != null && dataOut != null) {
            data.finish();
            data.close();
            dataOut.close();
            data = null;
            dataOut = null;
        }
    }

    private void writeRecords() throws IOException {
        if (records.isEmpty()) {
            return;
        }
        EpisodesLayout columns = layout == null ? EpisodesLayout.of(spec, records.get(0)) : layout;
        layout = columns;
        if (meta != null && meta.size() >= spec.settings().dataFilesSizeMb() * MB) {
            closeMeta();
            metaPosition = metaPosition.next(spec.settings().chunksSize());
        }
        EpisodesFileWriter file = meta;
        if (file == null) {
            OutputStream out = create(DatasetSpec.episodesPath(metaPosition));
            metaOut = out;
            file = new EpisodesFileWriter(out, columns);
            meta = file;
        }
        file.write(records.stream().map(record -> record.in(metaPosition)).toList());
        records.clear();
    }

    private void closeMeta() throws IOException {
        if (meta != null && metaOut != null) {
            meta.finish();
            meta.close();
            metaOut.close();
            meta = null;
            metaOut = null;
        }
    }

    @Override
    void finish(List<String> tasks, DatasetStatistics all) throws IOException {
        closeData();
        writeRecords();
        closeMeta();
        try (OutputStream out = create("meta/tasks.parquet")) {
            MetaFiles.writeTasks(out, tasks);
        }
        try (OutputStream out = create("meta/stats.json")) {
            MetaFiles.writeStatistics(out, all.ordered(spec));
        }
    }

    @Override
    public void close() throws IOException {
        for (java.io.Closeable open : new java.io.Closeable[] {data, dataOut, meta, metaOut}) {
            if (open != null) {
                open.close();
            }
        }
    }
}
