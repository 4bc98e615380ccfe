/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import dev.tendon.dataset.internal.columnar.ColumnField;
import dev.tendon.dataset.internal.columnar.ParquetSink;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.parquet.column.ColumnDescriptor;

/**
 * A data file: the rows of one or more episodes, a row group each, as LeRobot and Hugging Face's datasets write it. What is
 * written goes to the stream as it comes; memory holds one packed column, of pictures one page.
 *
 * <pre>{@code
 * try (DataFileWriter file = new DataFileWriter(out, spec)) {
 *     file.write(rows);
 *     file.finish();
 * }
 * }</pre>
 *
 * <p>The stream stays open, for whoever gave it to sync and to close. A file that was not finished is no Parquet file. Thread: its
 * creator's.
 */
public final class DataFileWriter implements Closeable {
    private final DatasetSpec spec;
    private final List<ColumnField> columns;
    private final ParquetSink sink;
    private final CRC32 print = new CRC32();

    public DataFileWriter(OutputStream out, DatasetSpec spec) throws IOException {
        this.spec = spec;
        columns = DataColumns.of(spec);
        sink = new ParquetSink(out, columns);
    }

    /**
     * Writes an episode's rows, numbered.
     *
     * @throws IllegalArgumentException where a feature's values are missing, or too few or many; nothing was written then
     */
    public void write(EpisodeRows rows) throws IOException {
        for (FeatureSpec feature : spec.columns()) {
            rows.checked(feature);
        }
        if (rows.length() == 0) {
            return;
        }
        sink.beginGroup(rows.length());
        int leaf = 0;
        for (FeatureSpec feature : spec.columns()) {
            ColumnValues values = rows.checked(feature);
            List<ColumnDescriptor> leaves = sink.schema().getColumns();
            if (feature.image()) {
                sink.column(leaves.get(leaf++), rows.length(), false, FeatureLeaf.pictures(values));
                sink.column(leaves.get(leaf++), rows.length(), true, FeatureLeaf.pictureNames(values));
            } else {
                sink.column(leaves.get(leaf++), rows.length(), true, FeatureLeaf.of(feature, values));
            }
        }
        sink.endGroup();
        print.update(Long.toString(sink.position()).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    /** Bytes so far. */
    public long size() throws IOException {
        return sink.position();
    }

    /** Writes the footer: now it is a file. */
    public void finish() throws IOException {
        String huggingface = Metadata.huggingface(
                spec,
                spec.version() == FormatVersion.V2_1
                        ? null
                        : String.format(java.util.Locale.ROOT, "%08x%08x", print.getValue(), sink.position()));
        sink.finish(Metadata.withSchema(columns, Map.of("huggingface", huggingface)));
    }

    @Override
    public void close() throws IOException {
        sink.close();
    }
}
