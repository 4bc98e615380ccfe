/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal.columnar;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The schema of a Parquet file in Arrow's own words, which pyarrow and Hugging Face's datasets look for under {@code ARROW:schema}:
 * without it a list would lose its fixed length. An encapsulated schema message of Arrow's IPC format (arrow.apache.org,
 * format/Schema.fbs and Message.fbs), laid out byte for byte as pyarrow 25 does.
 */
public final class ArrowSchema {
    /** The key of a Parquet file's metadata. */
    public static final String KEY = "ARROW:schema";

    private static final int VERSION_5 = 4;
    private static final int HEADER_SCHEMA = 1;
    private static final int CONTINUATION = -1;

    private final FlatBuffer buffer = new FlatBuffer();

    private ArrowSchema() {}

    /** In base64, as it stands in a Parquet file. */
    public static String base64(List<ColumnField> fields, Map<String, String> metadata) {
        return Base64.getEncoder().encodeToString(message(fields, metadata));
    }

    /** The message. */
    static byte[] message(List<ColumnField> fields, Map<String, String> metadata) {
        byte[] body = new ArrowSchema().body(fields, metadata);
        int padded = (body.length + 7) / 8 * 8;
        return ByteBuffer.allocate(8 + padded)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(CONTINUATION)
                .putInt(padded)
                .put(body)
                .array();
    }

    private byte[] body(List<ColumnField> fields, Map<String, String> metadata) {
        List<Integer> objects = new ArrayList<>();
        for (ColumnField field : fields) {
            objects.add(field(field));
        }
        int columns = buffer.vector(objects);
        int pairs = metadata.isEmpty() ? 0 : pairs(metadata);
        buffer.beginTable(4);
        if (pairs != 0) {
            buffer.addReference(2, pairs);
        }
        buffer.addReference(1, columns);
        int schema = buffer.endTable();
        buffer.beginTable(5);
        buffer.addReference(2, schema);
        buffer.addShort(0, VERSION_5);
        buffer.addByte(1, HEADER_SCHEMA);
        return buffer.finish(buffer.endTable());
    }

    private int pairs(Map<String, String> metadata) {
        List<Integer> objects = new ArrayList<>();
        metadata.forEach((key, value) -> {
            int keyText = buffer.text(key);
            int valueText = buffer.text(value);
            buffer.beginTable(2);
            buffer.addReference(1, valueText);
            buffer.addReference(0, keyText);
            objects.add(buffer.endTable());
        });
        return buffer.vector(objects);
    }

    private int field(ColumnField field) {
        ColumnType type = field.type();
        Map<String, String> metadata = new LinkedHashMap<>();
        if (type instanceof ColumnType.Extension extension) {
            type = extension.storage();
            metadata.put("ARROW:extension:metadata", extension.parameters());
            metadata.put("ARROW:extension:name", extension.name());
        }
        List<Integer> children = new ArrayList<>();
        for (ColumnField child : children(type)) {
            children.add(field(child));
        }
        int typeTable = type(type);
        int pairs = metadata.isEmpty() ? 0 : pairs(metadata);
        int name = buffer.text(field.name());
        int childVector = buffer.vector(children);
        buffer.beginTable(7);
        if (pairs != 0) {
            buffer.addReference(6, pairs);
        }
        buffer.addReference(5, childVector);
        buffer.addReference(3, typeTable);
        buffer.addReference(0, name);
        buffer.addByte(2, number(type));
        buffer.addByte(1, 1);
        return buffer.endTable();
    }

    private static List<ColumnField> children(ColumnType type) {
        if (type instanceof ColumnType.ListOf list) {
            return List.of(new ColumnField("item", list.element()));
        }
        return type instanceof ColumnType.Struct struct ? struct.fields() : List.of();
    }

    /** The type's number in Arrow's union of types. */
    private static int number(ColumnType type) {
        if (type instanceof ColumnType.Int) {
            return 2;
        } else if (type instanceof ColumnType.Floating) {
            return 3;
        } else if (type instanceof ColumnType.Bytes) {
            return 4;
        } else if (type instanceof ColumnType.Utf8) {
            return 5;
        } else if (type instanceof ColumnType.Bool) {
            return 6;
        } else if (type instanceof ColumnType.Struct) {
            return 13;
        }
        return type instanceof ColumnType.ListOf list && list.length() > 0 ? 16 : 12;
    }

    private int type(ColumnType type) {
        if (type instanceof ColumnType.Int number) {
            buffer.beginTable(2);
            buffer.addInt(0, number.bits());
            buffer.addByte(1, number.signed() ? 1 : 0);
        } else if (type instanceof ColumnType.Floating number) {
            buffer.beginTable(1);
            buffer.addShort(0, number.bits() / 32);
        } else {
            buffer.beginTable(1);
            if (type instanceof ColumnType.ListOf list) {
                buffer.addInt(0, list.length());
            }
        }
        return buffer.endTable();
    }
}
