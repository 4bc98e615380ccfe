/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal.columnar;

import dev.tendon.dataset.internal.Codecs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.SizeStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.statistics.geospatial.GeospatialStatistics;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a column of a row group, packed. With a dictionary, which must come first in the file and is known last, they wait in
 * memory; without one each goes to the file at once. Thread: its creator's.
 */
final class ColumnPages implements PageWriter {
    private final ParquetFileWriter file;
    private final boolean waiting;
    private final BytesInputCompressor codec = new Codecs().getCompressor(CompressionCodecName.SNAPPY);
    private final List<Page> pages = new ArrayList<>();
    private @Nullable DictionaryPage dictionary;
    private long bytes;

    ColumnPages(ParquetFileWriter file, boolean waiting) {
        this.file = file;
        this.waiting = waiting;
    }

    @Override
    @Deprecated
    public void writePage(
            BytesInput content,
            int values,
            Statistics<?> statistics,
            Encoding repetition,
            Encoding definition,
            Encoding encoding) {
        throw new UnsupportedOperationException("A page is written with the number of its rows");
    }

    @Override
    public void writePage(
            BytesInput content,
            int values,
            int rows,
            Statistics<?> statistics,
            Encoding repetition,
            Encoding definition,
            Encoding encoding)
            throws IOException {
        writePage(content, values, rows, statistics, null, null, repetition, definition, encoding);
    }

    @Override
    public void writePage(
            BytesInput content,
            int values,
            int rows,
            Statistics<?> statistics,
            @Nullable SizeStatistics sizes,
            @Nullable GeospatialStatistics places,
            Encoding repetition,
            Encoding definition,
            Encoding encoding)
            throws IOException {
        BytesInput packed = codec.compress(content);
        Page page = new Page(
                values,
                Math.toIntExact(content.size()),
                packed,
                statistics,
                rows,
                levels(repetition),
                levels(definition),
                encoding);
        if (waiting) {
            bytes += packed.size();
            pages.add(page);
        } else {
            page.write(file);
        }
    }

    /** Levels that are always 0 take no room; pyarrow calls that a run length, parquet-java names an encoding that is no more. */
    @SuppressWarnings("deprecation")
    private static Encoding levels(Encoding encoding) {
        return encoding == Encoding.BIT_PACKED ? Encoding.RLE : encoding;
    }

    @Override
    public void writePageV2(
            int rows,
            int nulls,
            int values,
            BytesInput repetition,
            BytesInput definition,
            Encoding encoding,
            BytesInput data,
            Statistics<?> statistics) {
        throw new UnsupportedOperationException("LeRobot's files have pages of the first form");
    }

    @Override
    public void writeDictionaryPage(DictionaryPage page) throws IOException {
        BytesInput packed = codec.compress(page.getBytes());
        dictionary =
                new DictionaryPage(packed, page.getUncompressedSize(), page.getDictionarySize(), page.getEncoding());
    }

    /** Number of values that wait. */
    long values() {
        return pages.stream().mapToLong(Page::values).sum();
    }

    /** Writes what waited. */
    void flush() throws IOException {
        if (dictionary != null) {
            file.writeDictionaryPage(dictionary);
        }
        for (Page page : pages) {
            page.write(file);
        }
    }

    @Override
    public long getMemSize() {
        return bytes;
    }

    @Override
    public long allocatedSize() {
        return bytes;
    }

    @Override
    public String memUsageString(String prefix) {
        return prefix + bytes + " bytes";
    }

    @Override
    public void close() {
        codec.release();
    }

    private record Page(
            int values,
            int size,
            BytesInput packed,
            Statistics<?> statistics,
            long rows,
            Encoding repetition,
            Encoding definition,
            Encoding encoding) {
        void write(ParquetFileWriter file) throws IOException {
            file.writeDataPage(values, size, packed, statistics, rows, repetition, definition, encoding);
        }
    }
}
