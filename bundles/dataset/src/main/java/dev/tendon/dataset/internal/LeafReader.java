/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.VersionParser.ParsedVersion;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReaderImpl;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/**
 * Reads one leaf column of a row group from its first row to its last: a scalar, or a list of any depth, whose values come in
 * order. Thread: its creator's.
 */
final class LeafReader {
    private static final long[] NONE = {};

    private final ColumnReader reader;
    private final PrimitiveTypeName type;
    private final boolean unsigned;
    private final String name;
    private final int present;
    private final Budget budget;
    private long valuesLeft;
    private @Nullable Binary lastBytes;
    private String lastText = "";

    LeafReader(ColumnDescriptor column, PageReader pages, ParsedVersion writer, Budget budget) {
        reader = new ColumnReaderImpl(column, new CheckedPages(pages, column), new PrimitiveConverter() {}, writer);
        type = column.getPrimitiveType().getPrimitiveTypeName();
        unsigned = column.getPrimitiveType().getLogicalTypeAnnotation() instanceof IntLogicalTypeAnnotation number
                && !number.isSigned();
        name = column.getPath()[0];
        present = column.getMaxDefinitionLevel();
        valuesLeft = pages.getTotalValueCount();
        this.budget = budget;
    }

    /** Whether values of {@code type} are texts. */
    static boolean text(PrimitiveTypeName type) {
        return type == PrimitiveTypeName.BINARY;
    }

    /** Passes over a row. */
    void skipRow() {
        int passed = 0;
        do {
            next();
            if (reader.getCurrentDefinitionLevel() == present) {
                reader.skip();
            }
            advance();
            tooMany(++passed, Limits.ELEMENTS);
        } while (valuesLeft > 0 && reader.getCurrentRepetitionLevel() > 0);
    }

    /** Appends a row of exactly the column's number of values. */
    void readRow(ColumnBuffer into) {
        int found = 0;
        do {
            next();
            if (reader.getCurrentDefinitionLevel() < present) {
                throw new Damage.Corrupt("column \"" + name + "\" has a row without a value");
            }
            tooMany(++found, into.elements());
            if (into.texts()) {
                into.add(text());
            } else {
                budget.take(1);
                into.add(number());
            }
            advance();
        } while (valuesLeft > 0 && reader.getCurrentRepetitionLevel() > 0);
        if (found != into.elements()) {
            throw new Damage.Corrupt(
                    "column \"" + name + "\" has a row of " + found + " values instead of " + into.elements());
        }
    }

    /**
     * Reads a row of numbers, of whatever length: those that fit go into {@code into}, a number that is null as NaN.
     *
     * @return how many the row holds
     */
    int readLoosely(double[] into) {
        return readLoosely(into, NONE);
    }

    /** The same, with integers as they are in {@code exact}, where there is room for them. */
    int readLoosely(double[] into, long[] exact) {
        int found = 0;
        do {
            next();
            int level = reader.getCurrentDefinitionLevel();
            boolean value = level == present;
            if (value || level == present - 1) { // a null element; levels below are a list that is empty or null
                if (found < into.length) {
                    into[found] = value ? number() : Double.NaN;
                }
                if (found < exact.length) {
                    exact[found] = value ? integer() : 0;
                }
                if (value && found >= into.length) {
                    reader.skip();
                }
                found++;
            }
            tooMany(found, Limits.ELEMENTS);
            advance();
        } while (valuesLeft > 0 && reader.getCurrentRepetitionLevel() > 0);
        return found;
    }

    /** Reads a row of one value that is bytes; null where it has none. They are the reader's until the next row. */
    @Nullable
    Binary readBinary() {
        next();
        Binary bytes = null;
        if (reader.getCurrentDefinitionLevel() == present) {
            if (!text(type)) {
                throw new Damage.Corrupt("column \"" + name + "\" holds " + type + " instead of bytes");
            }
            bytes = reader.getBinary();
        }
        advance();
        if (valuesLeft > 0 && reader.getCurrentRepetitionLevel() > 0) {
            throw new Damage.Corrupt("column \"" + name + "\" has a row of several values");
        }
        return bytes;
    }

    /** Reads a row of one number. */
    double readNumber() {
        next();
        if (reader.getCurrentDefinitionLevel() < present) {
            throw new Damage.Corrupt("column \"" + name + "\" has a row without a value");
        }
        double number = number();
        advance();
        if (valuesLeft > 0 && reader.getCurrentRepetitionLevel() > 0) {
            throw new Damage.Corrupt("column \"" + name + "\" has a row of several values");
        }
        return number;
    }

    /** Reads a row that is a list of texts, maybe empty. */
    List<String> readTexts() {
        List<String> texts = new ArrayList<>();
        do {
            next();
            if (reader.getCurrentDefinitionLevel() == present) {
                tooMany(texts.size() + 1, Limits.LIST_ENTRIES);
                texts.add(text());
            }
            advance();
        } while (valuesLeft > 0 && reader.getCurrentRepetitionLevel() > 0);
        return texts;
    }

    private void next() {
        if (valuesLeft == 0) {
            throw new Damage.Corrupt("column \"" + name + "\" has fewer rows than its row group");
        }
    }

    private void advance() {
        reader.consume();
        valuesLeft--;
    }

    private void tooMany(int found, int most) {
        if (found > most) {
            throw new Damage.Corrupt("column \"" + name + "\" has a row of more than " + most + " values");
        }
    }

    private double number() {
        return switch (type) {
            case FLOAT -> reader.getFloat();
            case DOUBLE -> reader.getDouble();
            case INT32 -> unsigned ? Integer.toUnsignedLong(reader.getInteger()) : reader.getInteger();
            case INT64 -> unsigned ? unsigned(reader.getLong()) : reader.getLong();
            case BOOLEAN -> reader.getBoolean() ? 1 : 0;
            case FIXED_LEN_BYTE_ARRAY -> half();
            default -> throw new Damage.Unsupported(
                    "column \"" + name + "\" is of type " + type + ", which is not read here");
        };
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : value + 0x1p64;
    }

    private double half() {
        Binary bytes = reader.getBinary();
        if (bytes.length() != HalfFloat.BYTES) {
            throw new Damage.Unsupported(
                    "column \"" + name + "\" has values of " + bytes.length() + " bytes, which are not read here");
        }
        return HalfFloat.value(bytes);
    }

    private long integer() {
        return type == PrimitiveTypeName.INT64 ? reader.getLong() : (long) number();
    }

    private String text() {
        if (!text(type)) {
            throw new Damage.Corrupt("column \"" + name + "\" holds " + type + " instead of texts");
        }
        Binary bytes = reader.getBinary();
        budget.take(1);
        if (!bytes.equals(lastBytes)) {
            budget.take(bytes.length() / 4);
            lastBytes = bytes.copy();
            lastText = bytes.toStringUsingUTF8();
        }
        return lastText;
    }
}
