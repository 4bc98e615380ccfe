/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import dev.tendon.dataset.internal.HalfFloat;
import dev.tendon.dataset.internal.columnar.ParquetSink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;

/** Writes a feature's values into its leaf of a data file. */
final class FeatureLeaf implements ParquetSink.Rows {
    private final int[] repetition;
    private final int definition;
    private final Cell cell;

    private FeatureLeaf(int[] repetition, int definition, Cell cell) {
        this.repetition = repetition;
        this.definition = definition;
        this.cell = cell;
    }

    /** One value. */
    private interface Cell {
        void write(int at, int repetition, int definition, ColumnWriter to) throws IOException;
    }

    static FeatureLeaf of(FeatureSpec feature, ColumnValues values) {
        List<Integer> shape = feature.shape();
        boolean single = shape.equals(List.of(1));
        return new FeatureLeaf(
                single ? new int[] {0} : Levels.repetition(shape),
                single ? 1 : 1 + 2 * shape.size(),
                cell(feature.dtype(), values));
    }

    private static Cell cell(String dtype, ColumnValues values) {
        return switch (dtype) {
            case "float32" -> (at, r, d, to) -> to.write(values.single(at), r, d);
            case "float64" -> (at, r, d, to) -> to.write(values.number(at), r, d);
            case "float16" -> (at, r, d, to) -> to.write(half(values.single(at)), r, d);
            case "int64", "uint64" -> (at, r, d, to) -> to.write(values.integer(at), r, d);
            case "int8", "int16", "int32", "uint8", "uint16", "uint32" -> (at, r, d, to) ->
                    to.write((int) values.integer(at), r, d);
            case "bool" -> (at, r, d, to) -> to.write(values.integer(at) != 0, r, d);
            case "string" -> (at, r, d, to) -> to.write(Binary.fromString(values.text(at)), r, d);
            default -> throw new IllegalArgumentException("\"" + dtype + "\" is no type of a column");
        };
    }

    private static Binary half(float value) {
        return Binary.fromConstantByteArray(ByteBuffer.allocate(HalfFloat.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(HalfFloat.of(value))
                .array());
    }

    /** The bytes of pictures. */
    static ParquetSink.Rows pictures(ColumnValues values) {
        return (row, to) -> {
            byte[] bytes = values.picture(row);
            if (bytes == null) {
                to.writeNull(0, 1);
            } else {
                to.write(Binary.fromConstantByteArray(bytes), 0, 2);
            }
        };
    }

    /** The names of pictures. */
    static ParquetSink.Rows pictureNames(ColumnValues values) {
        return (row, to) -> {
            String name = values.pictureName(row);
            if (name == null) {
                to.writeNull(0, 1);
            } else {
                to.write(Binary.fromString(name), 0, 2);
            }
        };
    }

    @Override
    public void write(int row, ColumnWriter to) throws IOException {
        int from = row * repetition.length;
        for (int element = 0; element < repetition.length; element++) {
            cell.write(from + element, repetition[element], definition, to);
        }
    }
}
