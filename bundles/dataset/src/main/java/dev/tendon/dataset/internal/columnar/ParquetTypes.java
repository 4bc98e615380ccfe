/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal.columnar;

import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/** Arrow's types for columns of Parquet files, as pyarrow understands them without being told. */
public final class ParquetTypes {
    private ParquetTypes() {}

    /** The column, with everything in it. */
    public static ColumnField field(Type type) {
        return new ColumnField(type.getName(), of(type));
    }

    private static ColumnType of(Type type) {
        if (type.isPrimitive()) {
            return primitive(type.asPrimitiveType());
        }
        GroupType group = type.asGroupType();
        if (LogicalTypeAnnotation.listType().equals(group.getLogicalTypeAnnotation())
                && group.getFieldCount() == 1
                && !group.getType(0).isPrimitive()
                && group.getType(0).asGroupType().getFieldCount() == 1) {
            return new ColumnType.ListOf(of(group.getType(0).asGroupType().getType(0)), 0);
        }
        return new ColumnType.Struct(
                group.getFields().stream().map(ParquetTypes::field).toList());
    }

    private static ColumnType primitive(PrimitiveType type) {
        return switch (type.getPrimitiveTypeName()) {
            case BOOLEAN -> ColumnType.BOOL;
            case FLOAT -> ColumnType.FLOAT32;
            case DOUBLE -> ColumnType.FLOAT64;
            case INT32, INT64 -> type.getLogicalTypeAnnotation() instanceof IntLogicalTypeAnnotation number
                    ? new ColumnType.Int(number.getBitWidth(), number.isSigned())
                    : new ColumnType.Int(
                            type.getPrimitiveTypeName() == PrimitiveType.PrimitiveTypeName.INT64 ? 64 : 32, true);
            case BINARY -> type.getLogicalTypeAnnotation() == null
                    ? ColumnType.BINARY
                    : LogicalTypeAnnotation.jsonType().equals(type.getLogicalTypeAnnotation())
                            ? ColumnType.JSON
                            : ColumnType.UTF8;
            default -> throw new IllegalArgumentException(type + " is not written here");
        };
    }
}
