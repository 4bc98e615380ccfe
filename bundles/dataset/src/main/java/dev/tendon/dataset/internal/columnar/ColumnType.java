/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal.columnar;

import java.util.List;

/** An Arrow type, as far as LeRobot's files have it. Every value may be null. */
public sealed interface ColumnType {
    ColumnType FLOAT16 = new Floating(16);
    ColumnType FLOAT32 = new Floating(32);
    ColumnType FLOAT64 = new Floating(64);
    ColumnType INT64 = new Int(64, true);
    ColumnType BOOL = new Bool();
    ColumnType UTF8 = new Utf8();
    ColumnType BINARY = new Bytes();

    /** A text that is JSON. */
    ColumnType JSON = new Extension("arrow.json", "", UTF8);

    /** A picture in a row, as Hugging Face's datasets library stores it. */
    ColumnType IMAGE = new Struct(List.of(new ColumnField("bytes", BINARY), new ColumnField("path", UTF8)));

    /** An integer of 8 to 64 bits. */
    record Int(int bits, boolean signed) implements ColumnType {}

    /** A number with 16, 32 or 64 bits. */
    record Floating(int bits) implements ColumnType {}

    record Bool() implements ColumnType {}

    record Utf8() implements ColumnType {}

    record Bytes() implements ColumnType {}

    record Struct(List<ColumnField> fields) implements ColumnType {
        public Struct {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A list.
     *
     * @param length number of its elements; 0 where it varies
     */
    record ListOf(ColumnType element, int length) implements ColumnType {}

    /**
     * A type of some library's own.
     *
     * @param name of the type
     * @param parameters as the library writes them
     * @param storage what it is stored as
     */
    record Extension(String name, String parameters, ColumnType storage) implements ColumnType {}

    /** Lists of lists of {@code element}, {@code depth} deep, of varying lengths. */
    static ColumnType nested(ColumnType element, int depth) {
        ColumnType type = element;
        for (int i = 0; i < depth; i++) {
            type = new ListOf(type, 0);
        }
        return type;
    }

    /** The number of bits and signedness of {@code int8} to {@code uint64}, or the type of that name. */
    static ColumnType named(String dtype) {
        return switch (dtype) {
            case "bool" -> BOOL;
            case "string" -> UTF8;
            case "float16" -> FLOAT16;
            case "float32" -> FLOAT32;
            case "float64" -> FLOAT64;
            case "int8" -> new Int(8, true);
            case "int16" -> new Int(16, true);
            case "int32" -> new Int(32, true);
            case "int64" -> INT64;
            case "uint8" -> new Int(8, false);
            case "uint16" -> new Int(16, false);
            case "uint32" -> new Int(32, false);
            case "uint64" -> new Int(64, false);
            default -> throw new IllegalArgumentException("\"" + dtype + "\" is no type of a column");
        };
    }
}
