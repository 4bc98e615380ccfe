/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import dev.tendon.dataset.internal.Budget;
import dev.tendon.dataset.internal.Damage;
import dev.tendon.dataset.internal.HalfFloat;
import dev.tendon.dataset.internal.LeafCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** Reads a feature's values for an episode, in the type in which they are stored. */
final class StoredValues {
    private final DataFileReader file;
    private final EpisodeRun run;
    private final FeatureSpec feature;
    private final ColumnDescriptor leaf;
    private final Budget budget;
    private final List<String> texts = new ArrayList<>();
    private final ColumnValues.Builder numbers;

    StoredValues(DataFileReader file, EpisodeRun run, FeatureSpec feature, ColumnDescriptor leaf, Budget budget) {
        this.file = file;
        this.run = run;
        this.feature = feature;
        this.leaf = leaf;
        this.budget = budget;
        numbers = ColumnValues.Builder.of(feature);
    }

    ColumnValues read() throws IOException {
        PrimitiveTypeName type = leaf.getPrimitiveType().getPrimitiveTypeName();
        if ((type == PrimitiveTypeName.BINARY) != feature.text() || type == PrimitiveTypeName.INT96) {
            throw new Damage.Corrupt(
                    "\"" + feature.name() + "\" holds " + type + ", but is declared as " + feature.dtype());
        }
        LeafCursor.Cell cell = cell(type);
        for (EpisodeRun.Part part : run.parts()) {
            LeafCursor cursor = file.cursor(part.group(), leaf, part.from());
            for (int row = 0; row < part.length(); row++) {
                cursor.read(feature.elements(), cell);
            }
            file.leave(part.group(), cursor);
        }
        return feature.text() ? ColumnValues.texts(texts) : numbers.build();
    }

    private LeafCursor.Cell cell(PrimitiveTypeName type) {
        return switch (type) {
            case FLOAT -> reader -> number(reader.getFloat());
            case DOUBLE -> reader -> number(reader.getDouble());
            case INT32 -> reader -> integer(unsigned(reader.getInteger()));
            case INT64 -> reader -> integer(reader.getLong());
            case BOOLEAN -> reader -> integer(reader.getBoolean() ? 1 : 0);
            case FIXED_LEN_BYTE_ARRAY -> this::half;
            default -> reader -> {
                String text = reader.getBinary().toStringUsingUTF8();
                budget.take(1 + text.length() / 4);
                texts.add(text);
            };
        };
    }

    private long unsigned(int value) {
        return switch (feature.dtype()) {
            case "uint32" -> Integer.toUnsignedLong(value);
            default -> value;
        };
    }

    private void half(ColumnReader reader) {
        if (leaf.getPrimitiveType().getTypeLength() != HalfFloat.BYTES) {
            throw new Damage.Unsupported("\"" + feature.name() + "\" holds values of "
                    + leaf.getPrimitiveType().getTypeLength() + " bytes, which are not read here");
        }
        number(HalfFloat.value(reader.getBinary()));
    }

    private void number(double value) {
        budget.take(1);
        numbers.add(value);
    }

    private void integer(long value) {
        budget.take(1);
        numbers.add(value);
    }
}
