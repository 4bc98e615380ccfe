/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/**
 * Walks the rows of a data file, some columns at a time, in memory that does not grow with the file: a row is looked at and let go of.
 * Rows of any shape are shown; what is right, the caller knows. Thread: its creator's.
 *
 * <pre>{@code
 * try (RowCursor cursor = RowCursor.open(file)) {
 *     Cell action = cursor.cell("action", 6);
 *     while (cursor.next()) {
 *         action.number(0);
 *     }
 * }
 * }</pre>
 */
public final class RowCursor implements Closeable {
    private final ParquetTable table;
    private final List<Cell> cells = new ArrayList<>();
    private int group = -1;
    private long left;
    private long row = -1;
    private ParquetTable.@Nullable OpenGroup open;

    private RowCursor(ParquetTable table) {
        this.table = table;
    }

    /**
     * Opens {@code file}, before its first row.
     *
     * @throws dev.tendon.dataset.FormatException where it is damaged
     * @throws java.nio.file.NoSuchFileException where there is none
     */
    public static RowCursor open(Path file) throws IOException {
        return new RowCursor(ParquetTable.open(file));
    }

    /** The columns, in the file's order. */
    public Set<String> columns() {
        return table.columns();
    }

    /** Number of rows, as the footer tells it. */
    public long rows() {
        return table.rows();
    }

    /**
     * LeRobot's word for what a column holds: {@code float32}, {@code int64}, {@code bool}, {@code string} (and other bytes); else
     * Parquet's.
     */
    public String dtype(String column) throws IOException {
        PrimitiveTypeName type = table.type(column).getPrimitiveTypeName();
        if (LogicalTypeAnnotation.float16Type().equals(table.type(column).getLogicalTypeAnnotation())) {
            return "float16";
        }
        return switch (type) {
            case FLOAT -> "float32";
            case DOUBLE -> "float64";
            case INT32 -> "int32";
            case INT64 -> "int64";
            case BOOLEAN -> "bool";
            case BINARY -> "string";
            default -> type.name();
        };
    }

    /**
     * Looks at a column from now on; to be called before the first {@link #next}.
     *
     * @param elements how many numbers of a row are kept
     * @throws dev.tendon.dataset.FormatException where there is no such column
     */
    public Cell cell(String column, int elements) throws IOException {
        for (Cell known : cells) {
            if (known.column.equals(column) && (known.binary || known.numbers.length >= elements)) {
                return known; // a column's pages are there once
            }
        }
        Cell cell = new Cell(column, LeafReader.text(table.type(column).getPrimitiveTypeName()), elements);
        cells.add(cell);
        return cell;
    }

    /** Looks at a part of a column that is a struct, such as {@code path} of a picture; empty where there is no such part. */
    public Optional<Cell> part(String column, String part) throws IOException {
        String name = ParquetTable.part(column, part);
        return table.has(name) ? Optional.of(cell(name, 0)) : Optional.empty();
    }

    /**
     * Goes on to the next row.
     *
     * @return false after the last
     */
    public boolean next() throws IOException {
        while (left == 0) {
            if (group + 1 >= table.groups()) {
                return false;
            }
            openGroup(group + 1, 0);
        }
        left--;
        row++;
        ParquetTable.guarded(table.file(), () -> {
            for (Cell cell : cells) {
                cell.read();
            }
            return Optional.empty();
        });
        return true;
    }

    /** Goes on so that the next row is row {@code wanted} of the file, which is not behind. */
    public void skipTo(long wanted) throws IOException {
        while (row + 1 + left < wanted && group + 1 < table.groups()) {
            row += left;
            left = 0;
            long rows = table.rows(group + 1);
            openGroup(group + 1, Math.min(rows, wanted - row - 1));
        }
        long within = Math.min(left, wanted - row - 1);
        skipRows(within);
    }

    private void openGroup(int which, long skipped) throws IOException {
        closeGroup();
        group = which;
        left = table.rows(group);
        if (skipped == left) {
            row += left; // not even opened
            left = 0;
            return;
        }
        List<String> names = cells.stream().map(cell -> cell.column).toList();
        open = table.open(group, names, Budget.unlimited());
        for (Cell cell : cells) {
            cell.reader = open.columns().get(cell.column);
        }
        skipRows(skipped);
    }

    private void skipRows(long rows) throws IOException {
        ParquetTable.guarded(table.file(), () -> {
            for (Cell cell : cells) {
                for (long i = 0; i < rows; i++) {
                    cell.reader().skipRow();
                }
            }
            return Optional.empty();
        });
        left -= rows;
        row += rows;
    }

    private void closeGroup() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    /** Number of the present row in the file, from 0. */
    public long row() {
        return row;
    }

    @Override
    public void close() throws IOException {
        closeGroup();
        table.close();
    }

    /** A column's value in the present row. */
    public static final class Cell {
        private final String column;
        private final boolean binary;
        private final double[] numbers;
        private final long[] integers;
        private @Nullable LeafReader reader;
        private int count;
        private @Nullable Binary bytes;

        private Cell(String column, boolean binary, int elements) {
            this.column = column;
            this.binary = binary;
            numbers = new double[binary ? 0 : elements];
            integers = new long[binary ? 0 : elements];
        }

        private LeafReader reader() {
            LeafReader now = reader;
            if (now == null) {
                throw new IllegalStateException("No row group is open");
            }
            return now;
        }

        private void read() {
            if (binary) {
                bytes = reader().readBinary();
                count = bytes == null ? 0 : 1;
            } else {
                count = reader().readLoosely(numbers, integers);
                Arrays.fill(numbers, Math.min(count, numbers.length), numbers.length, Double.NaN);
            }
        }

        /** Whether it holds bytes or a text instead of numbers. */
        public boolean binary() {
            return binary;
        }

        /** How many values the row holds; more, maybe, than are kept. */
        public int count() {
            return count;
        }

        /** A number; a truth value is 0 or 1. NaN where the row has none. */
        public double number(int element) {
            return numbers[element];
        }

        /** An integer, exact to 64 bits where it is stored as one. */
        public long integer(int element) {
            return integers[element];
        }

        /** Its bytes; empty where the row has none. */
        public Optional<byte[]> bytes() {
            return Optional.ofNullable(bytes).map(Binary::getBytes);
        }

        /** Its text; empty where the row has none. */
        public Optional<String> text() {
            return Optional.ofNullable(bytes).map(Binary::toStringUsingUTF8);
        }
    }
}
