/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset;

import dev.tendon.dataset.internal.Codecs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** Writes Parquet files as pyarrow does for LeRobot: every column optional, lists in three levels, Snappy. */
public final class ParquetFiles {
    private ParquetFiles() {}

    /** A column of numbers. */
    public static Type number(String name, PrimitiveTypeName type) {
        return Types.optional(type).named(name);
    }

    /** A column of texts. */
    public static Type text(String name) {
        return Types.optional(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(name);
    }

    /** A column of lists of numbers. */
    public static Type numbers(String name, PrimitiveTypeName type) {
        return list(name, number("element", type));
    }

    /** A column of lists of texts. */
    public static Type texts(String name) {
        return list(name, text("element"));
    }

    private static Type list(String name, Type element) {
        return Types.optionalGroup()
                .as(LogicalTypeAnnotation.listType())
                .addField(Types.repeatedGroup().addField(element).named("list"))
                .named(name);
    }

    /**
     * Writes {@code rows}, a value by column each; a column that a row lacks is null there. Values are {@code Long}, {@code Float},
     * {@code Double}, {@code Boolean}, {@code Integer}, {@code String}, or lists of these.
     */
    public static void write(
            Path file, List<Type> columns, int rowsPerGroup, Map<String, String> keys, List<Map<String, Object>> rows)
            throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        MessageType schema = new MessageType("schema", columns);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(new Codecs())
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .withRowGroupRowCountLimit(rowsPerGroup)
                .withExtraMetaData(keys)
                .withType(schema)
                .build()) {
            for (Map<String, Object> row : rows) {
                writer.write(group(schema, row));
            }
        }
    }

    private static Group group(MessageType schema, Map<String, Object> row) {
        Group group = new SimpleGroup(schema);
        row.forEach((name, value) -> {
            if (value instanceof List<?> list) {
                Group outer = group.addGroup(name);
                list.forEach(element -> add(outer.addGroup("list"), "element", element));
            } else {
                add(group, name, value);
            }
        });
        return group;
    }

    private static void add(Group to, String name, Object value) {
        if (value instanceof Long number) {
            to.add(name, number);
        } else if (value instanceof Integer number) {
            to.add(name, number);
        } else if (value instanceof Float number) {
            to.add(name, number);
        } else if (value instanceof Double number) {
            to.add(name, number);
        } else if (value instanceof Boolean truth) {
            to.add(name, truth);
        } else {
            to.add(name, (String) value);
        }
    }
}
