/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.internal.columnar.ParquetSink;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.schema.MessageType;

/**
 * A Parquet file that is gone through row group by row group, all columns or some of them; memory holds a row group, packed.
 * Whatever is wrong with it is a {@link FormatException}. Thread: its creator's.
 */
public final class DataTable implements Closeable {
    private final ParquetTable table;

    private DataTable(ParquetTable table) {
        this.table = table;
    }

    /** Opens {@code file} and checks its footer. */
    public static DataTable open(Path file) throws IOException {
        return new DataTable(ParquetTable.open(file));
    }

    public Path file() {
        return table.file();
    }

    public MessageType schema() {
        return table.schema();
    }

    /** What stands in the footer beside the schema. */
    public Map<String, String> metadata() {
        return table.metadata();
    }

    public int groups() {
        return table.groups();
    }

    /** Rows of a row group. */
    public long rows(int group) {
        return table.rows(group);
    }

    /** Opens columns of a row group at its first row. What is open before that cannot be read any more. */
    public Map<ColumnDescriptor, LeafCursor> group(int group, List<ColumnDescriptor> columns) throws IOException {
        return run(() -> {
            PageReadStore pages = table.pages(group, columns);
            Map<ColumnDescriptor, LeafCursor> cursors = new LinkedHashMap<>();
            for (ColumnDescriptor column : columns) {
                cursors.put(column, new LeafCursor(column, pages.getPageReader(column), table.writer()));
            }
            return cursors;
        });
    }

    /** Copies all row groups, as they are packed, to a file of the same columns. */
    public void appendTo(ParquetSink sink) throws IOException {
        try (SeekableInputStream from = new FileInput(file()).newStream()) {
            for (int group = 0; group < groups(); group++) {
                sink.append(from, table.block(group));
            }
        } catch (IOException | RuntimeException e) {
            if (sink.failed()) {
                throw e;
            }
            throw Damage.in(file(), e);
        }
    }

    /** Runs {@code work} on this file; what goes wrong in it is put down to the file. */
    public <T> T run(Work<T> work) throws IOException {
        return ParquetTable.guarded(file(), work::run);
    }

    /** What went wrong while this file was read, as the exception that names it. */
    public FormatException damaged(RuntimeException cause) {
        return Damage.in(file(), cause);
    }

    @Override
    public void close() throws IOException {
        table.close();
    }

    /** Something that reads. */
    public interface Work<T> {
        T run() throws IOException;
    }
}
