/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal.columnar;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.impl.ColumnWriteStoreV1;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * A Parquet file that is written to a stream, row group by row group, and in a row group column by column: memory holds one packed
 * column at most, and of a column without dictionary one page. Thread: its creator's.
 *
 * <p>Row groups are flushed by the caller, not by size, since in LeRobot's files a row group is an episode; parquet-java's own
 * writers do not offer that.
 */
public final class ParquetSink implements Closeable {
    private static final long NO_LIMIT = Long.MAX_VALUE;
    private static final int TRUNCATE = 64;

    private final MessageType schema;
    private final StreamOutput stream;
    private final ParquetFileWriter file;

    /** A file of {@code fields}; the stream is flushed at the end, and left open. */
    public ParquetSink(OutputStream out, List<ColumnField> fields) throws IOException {
        schema = ParquetSchema.of(fields);
        stream = new StreamOutput(out);
        file = new ParquetFileWriter(
                stream, schema, ParquetFileWriter.Mode.CREATE, NO_LIMIT, 0, TRUNCATE, Integer.MAX_VALUE, false);
        file.start();
    }

    public MessageType schema() {
        return schema;
    }

    /** Bytes so far. */
    public long position() throws IOException {
        return file.getPos();
    }

    /** Begins a row group; then {@link #column} is called for each leaf of the schema, in order. */
    public void beginGroup(long rows) throws IOException {
        file.startBlock(rows);
    }

    /**
     * Writes a column of the row group.
     *
     * @param dictionary whether values may repeat: not in pictures, which must be one a row
     */
    public void column(ColumnDescriptor leaf, int rows, boolean dictionary, Rows values) throws IOException {
        ParquetProperties properties = ParquetProperties.builder()
                .withValuesWriterFactory(new Encodings(dictionary))
                .withSizeStatisticsEnabled(false)
                .build();
        MessageType alone = new MessageType(schema.getName(), only(schema.getType(leaf.getPath()[0]), leaf, 1));
        try (ColumnPages pages = new ColumnPages(file, dictionary)) {
            ColumnWriteStoreV1 store = new ColumnWriteStoreV1(alone, path -> pages, properties);
            if (!dictionary) {
                file.startColumn(leaf, rows, CompressionCodecName.SNAPPY);
            }
            ColumnWriter writer = store.getColumnWriter(alone.getColumnDescription(leaf.getPath()));
            for (int row = 0; row < rows; row++) {
                values.write(row, writer);
                store.endRecord();
            }
            store.flush();
            if (dictionary) {
                file.startColumn(leaf, pages.values(), CompressionCodecName.SNAPPY);
                pages.flush();
            }
            store.close();
            file.endColumn();
        }
    }

    /** {@code type} with nothing in it but the way to {@code leaf}. */
    private static Type only(Type type, ColumnDescriptor leaf, int depth) {
        if (type.isPrimitive()) {
            return type;
        }
        GroupType group = type.asGroupType();
        return group.withNewFields(only(group.getType(leaf.getPath()[depth]), leaf, depth + 1));
    }

    public void endGroup() throws IOException {
        file.endBlock();
    }

    /**
     * Copies a row group, packed as it is, whose columns have the names and types of this file's.
     *
     * @throws IllegalArgumentException where a column is not there; nothing was written then
     */
    public void append(SeekableInputStream from, BlockMetaData group) throws IOException {
        Map<List<String>, ColumnChunkMetaData> chunks = new HashMap<>();
        for (ColumnChunkMetaData chunk : group.getColumns()) {
            chunks.put(List.of(chunk.getPath().toArray()), chunk);
        }
        for (ColumnDescriptor leaf : schema.getColumns()) {
            if (!chunks.containsKey(List.of(leaf.getPath()))) {
                throw new IllegalArgumentException("No column " + List.of(leaf.getPath()) + " in " + chunks.keySet());
            }
        }
        file.startBlock(group.getRowCount());
        for (ColumnDescriptor leaf : schema.getColumns()) {
            file.appendColumnChunk(leaf, from, chunks.get(List.of(leaf.getPath())), null, null, null);
        }
        file.endBlock();
    }

    /** Whether the stream failed. */
    public boolean failed() {
        return stream.failed();
    }

    /** Ends the file, with {@code metadata} in its footer. */
    public void finish(Map<String, String> metadata) throws IOException {
        file.end(new LinkedHashMap<>(metadata));
    }

    /** Lets go of a file that was not finished. Idempotent. */
    @Override
    public void close() throws IOException {
        file.close();
    }

    /** The values of a leaf. */
    public interface Rows {
        /** Writes those of {@code row}. */
        void write(int row, ColumnWriter to) throws IOException;
    }
}
