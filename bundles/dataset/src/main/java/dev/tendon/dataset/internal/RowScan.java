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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/**
 * Walks the rows of a data file, some columns at a time, in memory that does not grow with the file: a row is looked at and let go of.
 * Rows of any shape are shown; what is right, the visitor knows. Thread: its creator's.
 */
public final class RowScan implements Closeable {
    private final ParquetTable table;

    private RowScan(ParquetTable table) {
        this.table = table;
    }

    /**
     * Opens {@code file}.
     *
     * @throws dev.tendon.dataset.FormatException where it is damaged
     * @throws java.nio.file.NoSuchFileException where there is none
     */
    public static RowScan open(Path file) throws IOException {
        return new RowScan(ParquetTable.open(file));
    }

    /** The columns, in the file's order. */
    public Set<String> columns() {
        return table.columns();
    }

    /** Number of rows, as the footer tells it. */
    public long rows() {
        return table.rows();
    }

    /** LeRobot's word for what a column holds: {@code float32}, {@code int64}, {@code bool}, {@code string} (and other bytes); else Parquet's. */
    public String dtype(String column) throws IOException {
        PrimitiveTypeName type = table.type(column).getPrimitiveTypeName();
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
     * Shows every row to {@code visitor}.
     *
     * @param columns what is looked at: each column's name, and how many numbers of a row are kept
     * @throws dev.tendon.dataset.FormatException where the file is damaged, or lacks a column
     */
    public void each(Map<String, Integer> columns, Visitor visitor) throws IOException, InterruptedException {
        List<String> names = List.copyOf(columns.keySet());
        List<Cell> cells = new ArrayList<>();
        for (String name : names) {
            cells.add(new Cell(LeafReader.text(table.type(name).getPrimitiveTypeName()), columns.get(name)));
        }
        long before = 0;
        for (int group = 0; group < table.groups(); group++) {
            long first = before;
            long rows = table.rows(group);
            boolean stopped = table.group(group, names, Budget.unlimited(), readers -> {
                for (long row = 0; row < rows; row++) {
                    for (int i = 0; i < names.size(); i++) {
                        cells.get(i).read(readers.get(names.get(i)));
                    }
                    visitor.row(first + row, cells);
                    if ((row & 0xFFF) == 0 && Thread.currentThread().isInterrupted()) {
                        return true;
                    }
                }
                return false;
            });
            if (stopped && Thread.interrupted()) {
                throw new InterruptedException();
            }
            before += rows;
        }
    }

    @Override
    public void close() throws IOException {
        table.close();
    }

    /** Who looks at rows. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * A row.
         *
         * @param row its number in the file, from 0
         * @param cells its values, in the order in which the columns were named; valid until the next row
         */
        void row(long row, List<Cell> cells) throws IOException;
    }

    /** A column's value in the row that is looked at. */
    public static final class Cell {
        private final boolean binary;
        private final double[] numbers;
        private int count;
        private @Nullable Binary bytes;

        private Cell(boolean binary, int elements) {
            this.binary = binary;
            numbers = new double[elements];
        }

        private void read(LeafReader reader) {
            if (binary) {
                bytes = reader.readBinary();
                count = bytes == null ? 0 : 1;
            } else {
                count = reader.readLoosely(numbers);
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

        /** Its bytes; empty where the row has none. */
        public Optional<byte[]> bytes() {
            return Optional.ofNullable(bytes).map(Binary::getBytes);
        }
    }
}
