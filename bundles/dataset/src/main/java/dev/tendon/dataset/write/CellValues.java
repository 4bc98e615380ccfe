/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import dev.tendon.dataset.internal.Budget;
import dev.tendon.dataset.internal.LeafCursor;
import dev.tendon.dataset.internal.Limits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.jspecify.annotations.Nullable;

/**
 * What a row has in a column: a {@code Long}, {@code Double}, {@code Boolean} or {@code String}, a list of texts,
 * a {@link StatArray} of numbers or truth values in a shape, or null.
 */
final class CellValues {
    private final ColumnDescriptor column;
    private final Budget budget;
    private final List<@Nullable Object> values = new ArrayList<>();
    private final int[] begun;
    private boolean integral;

    CellValues(ColumnDescriptor column, Budget budget) {
        this.column = column;
        this.budget = budget;
        begun = new int[column.getMaxRepetitionLevel() + 1];
        integral = true;
    }

    @Nullable
    Object read(LeafCursor cursor) {
        cursor.visit(this::take);
        List<Object> present = values.stream().filter(Objects::nonNull).toList();
        if (begun.length == 1) {
            return present.isEmpty() ? null : present.get(0);
        } else if (present.isEmpty()) {
            return null;
        } else if (present.size() == values.size() && !(present.get(0) instanceof String)) {
            return array(present);
        }
        return begun.length == 2 ? present : null;
    }

    private @Nullable Object array(List<Object> present) {
        int[] shape = new int[begun.length - 1];
        int outer = 1;
        for (int axis = 0; axis < shape.length; axis++) {
            int inner = Arrays.stream(begun, 0, axis + 2).sum();
            if (inner % outer != 0) {
                return null;
            }
            shape[axis] = inner / outer;
            outer = inner;
        }
        double[] numbers = present.stream()
                .mapToDouble(
                        one -> one instanceof Number number ? number.doubleValue() : Boolean.TRUE.equals(one) ? 1 : 0)
                .toArray();
        return present.get(0) instanceof Boolean
                ? StatArray.truths(numbers, shape)
                : StatArray.of(numbers, integral, shape);
    }

    private void take(ColumnReader reader) {
        budget.take(1);
        begun[reader.getCurrentRepetitionLevel()]++;
        values.add(reader.getCurrentDefinitionLevel() < column.getMaxDefinitionLevel() ? null : value(reader));
    }

    private @Nullable Object value(ColumnReader reader) {
        switch (column.getPrimitiveType().getPrimitiveTypeName()) {
            case INT32 -> {
                return (long) reader.getInteger();
            }
            case INT64 -> {
                return reader.getLong();
            }
            case FLOAT -> {
                integral = false;
                return (double) reader.getFloat();
            }
            case DOUBLE -> {
                integral = false;
                return reader.getDouble();
            }
            case BOOLEAN -> {
                return reader.getBoolean();
            }
            case BINARY -> {
                String text = reader.getBinary().toStringUsingUTF8();
                budget.take(text.length() / 4);
                return text.length() > Limits.JSON_BYTES ? null : text;
            }
            default -> {
                return null;
            }
        }
    }
}
