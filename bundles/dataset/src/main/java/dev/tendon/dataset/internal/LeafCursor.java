/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

import org.apache.parquet.VersionParser.ParsedVersion;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.impl.ColumnReaderImpl;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.io.api.PrimitiveConverter;

/**
 * Goes through a leaf column of a row group, row by row, and hands its values over as they are stored. What is wrong with them is
 * a {@link Damage.Corrupt}. Thread: its creator's.
 */
public final class LeafCursor {
    private final ColumnDescriptor column;
    private final ColumnReader reader;
    private final int present;
    private long valuesLeft;
    private long row;

    LeafCursor(ColumnDescriptor column, PageReader pages, ParsedVersion writer) {
        this.column = column;
        reader = new ColumnReaderImpl(column, new CheckedPages(pages, column), new PrimitiveConverter() {}, writer);
        present = column.getMaxDefinitionLevel();
        valuesLeft = pages.getTotalValueCount();
    }

    public ColumnDescriptor column() {
        return column;
    }

    /** Number of rows that lie behind it. */
    public long row() {
        return row;
    }

    /** Goes to {@code wanted}, which is not behind it. */
    public void goTo(long wanted) {
        while (row < wanted) {
            int passed = 0;
            do {
                next(++passed);
                if (reader.getCurrentDefinitionLevel() == present) {
                    reader.skip();
                }
                advance();
            } while (goesOn());
            row++;
        }
    }

    /** Hands over the {@code elements} values of a row. */
    public void read(int elements, Cell to) {
        int found = 0;
        do {
            next(++found);
            if (reader.getCurrentDefinitionLevel() < present) {
                throw new Damage.Corrupt("column \"" + name() + "\" has a row without a value");
            }
            if (found <= elements) {
                to.take(reader);
            }
            advance();
        } while (goesOn());
        if (found != elements) {
            throw new Damage.Corrupt(
                    "column \"" + name() + "\" has a row of " + found + " values instead of " + elements);
        }
        row++;
    }

    /** Hands over the value of a row of one, unless it is null; says whether it was there. */
    public boolean readOptional(Cell to) {
        next(1);
        boolean there = reader.getCurrentDefinitionLevel() == present;
        if (there) {
            to.take(reader);
        }
        advance();
        if (goesOn()) {
            throw new Damage.Corrupt("column \"" + name() + "\" has a row of several values");
        }
        row++;
        return there;
    }

    /** Hands over every value of a row, nulls and all; the reader tells the levels. */
    public void visit(Cell to) {
        int found = 0;
        do {
            next(++found);
            to.take(reader);
            advance();
        } while (goesOn());
        row++;
    }

    /** Copies a row, whatever it holds. */
    public void copy(ColumnWriter to) {
        int found = 0;
        do {
            next(++found);
            int repetition = reader.getCurrentRepetitionLevel();
            int definition = reader.getCurrentDefinitionLevel();
            if (definition < present) {
                to.writeNull(repetition, definition);
            } else {
                copyValue(to, repetition, definition);
            }
            advance();
        } while (goesOn());
        row++;
    }

    private void copyValue(ColumnWriter to, int repetition, int definition) {
        switch (column.getPrimitiveType().getPrimitiveTypeName()) {
            case FLOAT -> to.write(reader.getFloat(), repetition, definition);
            case DOUBLE -> to.write(reader.getDouble(), repetition, definition);
            case INT32 -> to.write(reader.getInteger(), repetition, definition);
            case INT64 -> to.write(reader.getLong(), repetition, definition);
            case BOOLEAN -> to.write(reader.getBoolean(), repetition, definition);
            default -> to.write(reader.getBinary().copy(), repetition, definition);
        }
    }

    private void next(int found) {
        if (valuesLeft == 0) {
            throw new Damage.Corrupt("column \"" + name() + "\" has fewer rows than its row group");
        }
        if (found == 1 && reader.getCurrentRepetitionLevel() > 0) {
            throw new Damage.Corrupt("column \"" + name() + "\" begins in the middle of a row");
        }
        if (found > Limits.ELEMENTS) {
            throw new Damage.Corrupt("column \"" + name() + "\" has a row of more than " + Limits.ELEMENTS + " values");
        }
    }

    private void advance() {
        reader.consume();
        valuesLeft--;
    }

    private boolean goesOn() {
        return valuesLeft > 0 && reader.getCurrentRepetitionLevel() > 0;
    }

    private String name() {
        return column.getPath()[0];
    }

    /** Takes the value at which the reader is. */
    public interface Cell {
        void take(ColumnReader reader);
    }
}
