/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import dev.tendon.dataset.internal.columnar.ColumnType;
import dev.tendon.dataset.internal.columnar.ParquetSink;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/**
 * An episodes file of v3.0: a row an episode, as pyarrow writes LeRobot's table. The stream stays open. Thread: its creator's.
 *
 * <p>Each {@link #write} is a row group; LeRobot gathers ten episodes for one.
 */
public final class EpisodesFileWriter implements Closeable {
    private final EpisodesLayout layout;
    private final ParquetSink sink;

    public EpisodesFileWriter(OutputStream out, EpisodesLayout layout) throws IOException {
        this.layout = layout;
        sink = new ParquetSink(out, layout.columns());
    }

    /** Writes episodes, in order. */
    public void write(List<EpisodeRecord> episodes) throws IOException {
        if (episodes.isEmpty()) {
            return;
        }
        sink.beginGroup(episodes.size());
        for (int i = 0; i < layout.columns().size(); i++) {
            ColumnDescriptor leaf = sink.schema().getColumns().get(i);
            String name = layout.columns().get(i).name();
            ColumnType element = layout.columns().get(i).type();
            int depth = 0;
            while (element instanceof ColumnType.ListOf list) {
                element = list.element();
                depth++;
            }
            sink.column(leaf, episodes.size(), true, new Leaf(episodes, name, element, depth));
        }
        sink.endGroup();
    }

    /** Bytes so far. */
    public long size() throws IOException {
        return sink.position();
    }

    /** Writes the footer: now it is a file. */
    public void finish() throws IOException {
        sink.finish(Metadata.withSchema(layout.columns(), java.util.Map.of()));
    }

    @Override
    public void close() throws IOException {
        sink.close();
    }

    /** A column: values of {@code element}, in lists {@code depth} deep. */
    private record Leaf(List<EpisodeRecord> episodes, String name, ColumnType element, int depth)
            implements ParquetSink.Rows {
        @Override
        public void write(int row, ColumnWriter to) {
            Object value = EpisodesColumns.value(episodes.get(row), name);
            if (value == null
                    || (value instanceof StatArray array && array.shape().size() != depth)) {
                to.writeNull(0, 0);
            } else if (value instanceof StatArray array) {
                int[] levels = Levels.repetition(array.shape());
                for (int i = 0; i < levels.length; i++) {
                    one(array.boxed(i), levels[i], to);
                }
            } else if (value instanceof List<?> list) {
                if (list.isEmpty()) {
                    to.writeNull(0, 1);
                }
                for (int i = 0; i < list.size(); i++) {
                    one(list.get(i), i == 0 ? 0 : 1, to);
                }
            } else {
                one(value, 0, to);
            }
        }

        private void one(@Nullable Object value, int repetition, ColumnWriter to) {
            int present = 1 + 2 * depth;
            if (value instanceof Number number && element instanceof ColumnType.Floating) {
                to.write(number.doubleValue(), repetition, present);
            } else if (value instanceof Number number && element instanceof ColumnType.Int) {
                to.write(number.longValue(), repetition, present);
            } else if (value instanceof Boolean truth && element instanceof ColumnType.Bool) {
                to.write((boolean) truth, repetition, present);
            } else if (value instanceof String text && element instanceof ColumnType.Utf8) {
                to.write(Binary.fromString(text), repetition, present);
            } else {
                to.writeNull(repetition, depth == 0 ? 0 : present - 1);
            }
        }
    }
}
