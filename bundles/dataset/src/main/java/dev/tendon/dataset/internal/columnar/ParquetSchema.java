/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal.columnar;

import java.util.List;
import org.apache.parquet.schema.ColumnOrder;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** Parquet's schema of columns, as pyarrow makes it: all optional, lists in three levels named {@code list} and {@code element}. */
final class ParquetSchema {
    private static final int FLOAT16_BYTES = 2;

    private ParquetSchema() {}

    static MessageType of(List<ColumnField> fields) {
        return new MessageType(
                "schema", fields.stream().map(ParquetSchema::type).toList());
    }

    private static Type type(ColumnField field) {
        return type(field.name(), field.type());
    }

    private static Type type(String name, ColumnType type) {
        if (type.equals(ColumnType.JSON)) {
            return Types.optional(PrimitiveTypeName.BINARY)
                    .as(LogicalTypeAnnotation.jsonType())
                    .named(name);
        } else if (type instanceof ColumnType.Extension extension) {
            return type(name, extension.storage());
        } else if (type instanceof ColumnType.ListOf list) {
            return Types.optionalGroup()
                    .as(LogicalTypeAnnotation.listType())
                    .addField(Types.repeatedGroup()
                            .addField(type("element", list.element()))
                            .named("list"))
                    .named(name);
        } else if (type instanceof ColumnType.Struct struct) {
            return Types.optionalGroup()
                    .addFields(struct.fields().stream().map(ParquetSchema::type).toArray(Type[]::new))
                    .named(name);
        } else if (type instanceof ColumnType.Int number) {
            return integer(name, number);
        } else if (type instanceof ColumnType.Floating number) {
            return switch (number.bits()) {
                case 16 -> Types.optional(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY)
                        .length(FLOAT16_BYTES)
                        .as(LogicalTypeAnnotation.float16Type())
                        .columnOrder(ColumnOrder.typeDefined())
                        .named(name);
                case 32 -> inOrder(PrimitiveTypeName.FLOAT, name);
                default -> inOrder(PrimitiveTypeName.DOUBLE, name);
            };
        } else if (type instanceof ColumnType.Bool) {
            return Types.optional(PrimitiveTypeName.BOOLEAN).named(name);
        } else if (type instanceof ColumnType.Utf8) {
            return Types.optional(PrimitiveTypeName.BINARY)
                    .as(LogicalTypeAnnotation.stringType())
                    .named(name);
        }
        return Types.optional(PrimitiveTypeName.BINARY).named(name);
    }

    /** Statistics are ordered as numbers are; parquet-java's default, IEEE 754's total order, is not known to pyarrow. */
    private static Type inOrder(PrimitiveTypeName type, String name) {
        return Types.optional(type).columnOrder(ColumnOrder.typeDefined()).named(name);
    }

    private static Type integer(String name, ColumnType.Int type) {
        PrimitiveTypeName stored = type.bits() == 64 ? PrimitiveTypeName.INT64 : PrimitiveTypeName.INT32;
        return type.signed() && type.bits() >= 32
                ? Types.optional(stored).named(name)
                : Types.optional(stored)
                        .as(LogicalTypeAnnotation.intType(type.bits(), type.signed()))
                        .named(name);
    }
}
