/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

import dev.tendon.dataset.FormatException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.VersionParser;
import org.apache.parquet.VersionParser.ParsedVersion;
import org.apache.parquet.VersionParser.VersionParseException;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.statistics.LongStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;

/**
 * A Parquet file, opened for reading some of its columns by row group. Top-level columns are named by their name; each has one
 * leaf. Whatever is wrong with the file is a {@link FormatException}. Thread: its creator's.
 */
final class ParquetTable implements Closeable {
    private final Path file;
    private final ParquetFileReader reader;
    private final List<BlockMetaData> groups;
    private final Map<String, ColumnDescriptor> leaves = new LinkedHashMap<>();
    private final Map<String, ColumnDescriptor> parts = new HashMap<>();
    private final ParsedVersion writer;

    private ParquetTable(Path file, ParquetFileReader reader, long fileLength) throws FormatException {
        this.file = file;
        this.reader = reader;
        groups = reader.getFooter().getBlocks();
        writer = writer(reader.getFileMetaData().getCreatedBy());
        checkGroups(fileLength);
        for (ColumnDescriptor leaf : reader.getFileMetaData().getSchema().getColumns()) {
            String[] path = leaf.getPath();
            leaves.merge(path[0], leaf, (a, b) -> a); // a struct: its first leaf goes by the struct's name
            if (path.length == 2) {
                parts.put(part(path[0], path[1]), leaf);
            }
        }
    }

    /**
     * Opens {@code file} and checks its footer.
     *
     * @throws FormatException where the file is damaged
     * @throws java.nio.file.NoSuchFileException where there is none
     */
    static ParquetTable open(Path file) throws IOException {
        long length = FooterCheck.check(file);
        return guarded(file, () -> {
            ParquetFileReader reader = ParquetFileReader.open(
                    new FileInput(file),
                    ParquetReadOptions.builder(new PlainParquetConfiguration())
                            .withCodecFactory(new Codecs())
                            .withUseHadoopVectoredIo(false)
                            .usePageChecksumVerification()
                            .build());
            try {
                return new ParquetTable(file, reader, length);
            } catch (IOException | RuntimeException e) {
                reader.close();
                throw e;
            }
        });
    }

    private void checkGroups(long fileLength) throws FormatException {
        long rows = 0;
        for (BlockMetaData group : groups) {
            if (group.getRowCount() < 0 || group.getRowCount() > Limits.FILE_ROWS - rows) {
                throw Damage.in(file, "a row group of " + group.getRowCount() + " rows");
            }
            rows += group.getRowCount();
            for (ColumnChunkMetaData chunk : group.getColumns()) {
                long start = chunk.getStartingPos();
                if (start < 4
                        || start > fileLength
                        || chunk.getTotalSize() < 0
                        || chunk.getTotalSize() > fileLength - start) {
                    throw Damage.in(file, "column " + chunk.getPath() + " lies outside the file");
                }
            }
        }
    }

    /** Ours to guess: a writer's name only steers work-arounds for bugs in very old ones. */
    private static ParsedVersion writer(String createdBy) {
        try {
            return VersionParser.parse(createdBy == null ? "unknown" : createdBy);
        } catch (VersionParseException | RuntimeException e) {
            return new ParsedVersion("unknown", null, null);
        }
    }

    /** The name of a part of a struct, where a column's is wanted. */
    static String part(String column, String part) {
        return column + "\u0000" + part;
    }

    Path file() {
        return file;
    }

    /** The top-level columns, in the file's order. */
    Set<String> columns() {
        return Collections.unmodifiableSet(leaves.keySet());
    }

    /** The Parquet type of a column's first leaf. */
    PrimitiveType type(String column) throws FormatException {
        return leaf(column).getPrimitiveType();
    }

    MessageType schema() {
        return reader.getFileMetaData().getSchema();
    }

    Map<String, String> metadata() {
        return reader.getFileMetaData().getKeyValueMetaData();
    }

    ParsedVersion writer() {
        return writer;
    }

    BlockMetaData block(int group) {
        return groups.get(group);
    }

    /** The pages of some columns of a row group; they are let go of with the next ones, or with the file. */
    PageReadStore pages(int group, List<ColumnDescriptor> columns) throws IOException {
        reader.setRequestedSchema(columns);
        return reader.readRowGroup(group);
    }

    boolean has(String column) {
        return leaves.containsKey(column) || parts.containsKey(column);
    }

    int groups() {
        return groups.size();
    }

    long rows(int group) {
        return groups.get(group).getRowCount();
    }

    long rows() {
        return groups.stream().mapToLong(BlockMetaData::getRowCount).sum();
    }

    /** Whether column {@code column} of a row group may hold {@code value}, as far as its statistics tell. */
    boolean mayHold(int group, String column, long value) {
        for (ColumnChunkMetaData chunk : groups.get(group).getColumns()) {
            if (chunk.getPath().toArray()[0].equals(column)) {
                Statistics<?> statistics = chunk.getStatistics();
                return !(statistics instanceof LongStatistics longs
                        && longs.hasNonNullValue()
                        && (value < longs.getMin() || value > longs.getMax()));
            }
        }
        return true;
    }

    /** Opens the named columns of a row group, at its first row; they are read within {@code work}. */
    <T> T group(int group, List<String> columns, Budget budget, GroupWork<T> work) throws IOException {
        return guarded(file, () -> {
            try (OpenGroup open = open(group, columns, budget)) {
                return work.apply(open.columns());
            }
        });
    }

    /**
     * Opens the named columns of a row group, at its first row, to be read outside; reading is to be {@link #guarded}. One at a time.
     *
     * @throws FormatException where they would not fit into memory
     */
    OpenGroup open(int group, List<String> columns, Budget budget) throws IOException {
        return guarded(file, () -> {
            List<ColumnDescriptor> wanted = new ArrayList<>();
            for (String column : columns) {
                wanted.add(leaf(column));
            }
            checkMemory(group, wanted);
            reader.setRequestedSchema(wanted);
            PageReadStore pages = reader.readRowGroup(group);
            try {
                Map<String, LeafReader> readers = new LinkedHashMap<>();
                for (int i = 0; i < wanted.size(); i++) {
                    ColumnDescriptor leaf = wanted.get(i);
                    readers.put(columns.get(i), new LeafReader(leaf, pages.getPageReader(leaf), writer, budget));
                }
                return new OpenGroup(pages, readers);
            } catch (RuntimeException e) {
                pages.close();
                throw e;
            }
        });
    }

    /** A row group is read into memory as it is packed. */
    private void checkMemory(int group, List<ColumnDescriptor> wanted) throws FormatException {
        long bytes = 0;
        for (ColumnChunkMetaData chunk : groups.get(group).getColumns()) {
            String[] path = chunk.getPath().toArray();
            if (wanted.stream().anyMatch(leaf -> Arrays.equals(leaf.getPath(), path))) {
                bytes += chunk.getTotalSize();
            }
        }
        long most = Runtime.getRuntime().maxMemory() / 2;
        if (bytes > most) {
            throw new FormatException(
                    file,
                    "its row group " + group + " takes " + (bytes >> 20) + " MB of memory, more than half of the "
                            + (most >> 19) + " MB that there are",
                    "Give the host more (JAVA_OPTS=-Xmx…)");
        }
    }

    /** Columns of a row group, while they are read. */
    record OpenGroup(PageReadStore pages, Map<String, LeafReader> columns) implements Closeable {
        @Override
        public void close() {
            pages.close();
        }
    }

    /** Reads whole columns, of {@code elements} values a row. */
    Map<String, ColumnBuffer> read(Map<String, Integer> elements, Budget budget) throws IOException {
        Map<String, ColumnBuffer> columns = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> wanted : elements.entrySet()) {
            columns.put(wanted.getKey(), buffer(wanted.getKey(), wanted.getValue()));
        }
        for (int g = 0; g < groups.size(); g++) {
            long rows = rows(g);
            group(g, List.copyOf(elements.keySet()), budget, readers -> {
                for (Map.Entry<String, ColumnBuffer> column : columns.entrySet()) {
                    LeafReader leaf = readers.get(column.getKey());
                    for (long row = 0; row < rows; row++) {
                        leaf.readRow(column.getValue());
                    }
                }
                return Optional.empty();
            });
        }
        return columns;
    }

    /** Reads a column of lists of texts. */
    List<List<String>> readTexts(String column, Budget budget) throws IOException {
        List<List<String>> lists = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            long rows = rows(g);
            group(g, List.of(column), budget, readers -> {
                for (long row = 0; row < rows; row++) {
                    lists.add(readers.get(column).readTexts());
                }
                return Optional.empty();
            });
        }
        return lists;
    }

    /** An empty buffer for a column of {@code elements} values a row. */
    ColumnBuffer buffer(String column, int elements) throws FormatException {
        return new ColumnBuffer(
                elements, LeafReader.text(leaf(column).getPrimitiveType().getPrimitiveTypeName()));
    }

    private ColumnDescriptor leaf(String column) throws FormatException {
        ColumnDescriptor leaf = leaves.getOrDefault(column, parts.get(column));
        if (leaf == null) {
            throw Damage.in(file, "it has no column \"" + column + "\"; it has " + leaves.keySet());
        }
        return leaf;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** What is done with the opened columns of a row group. */
    interface GroupWork<T> {
        T apply(Map<String, LeafReader> columns) throws IOException;
    }

    /** What is done under guard. */
    interface Work<T> {
        T run() throws IOException;
    }

    /**
     * Runs {@code work}, with what parquet-java throws at a broken file as a {@link FormatException}: any unchecked exception;
     * a stack overflow, since it follows a schema's nesting by recursion; and a missing class, where a file asks for what was
     * left out of the library's bundle.
     */
    static <T> T guarded(Path file, Work<T> work) throws IOException {
        try {
            return work.run();
        } catch (FormatException | java.nio.file.FileSystemException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError | NoClassDefFoundError e) {
            throw Damage.in(file, e);
        }
    }
}
