/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal.columnar;

import org.apache.parquet.bytes.ByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.values.RequiresFallback;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.dictionary.DictionaryValuesWriter;
import org.apache.parquet.column.values.dictionary.DictionaryValuesWriter.PlainBinaryDictionaryValuesWriter;
import org.apache.parquet.column.values.dictionary.DictionaryValuesWriter.PlainDoubleDictionaryValuesWriter;
import org.apache.parquet.column.values.dictionary.DictionaryValuesWriter.PlainFloatDictionaryValuesWriter;
import org.apache.parquet.column.values.dictionary.DictionaryValuesWriter.PlainIntegerDictionaryValuesWriter;
import org.apache.parquet.column.values.dictionary.DictionaryValuesWriter.PlainLongDictionaryValuesWriter;
import org.apache.parquet.column.values.factory.ValuesWriterFactory;
import org.apache.parquet.column.values.fallback.FallbackValuesWriter;
import org.apache.parquet.column.values.plain.BooleanPlainValuesWriter;
import org.apache.parquet.column.values.plain.FixedLenByteArrayPlainValuesWriter;
import org.apache.parquet.column.values.plain.PlainValuesWriter;

/**
 * Encodings as pyarrow chooses them: a dictionary, also where it saves nothing, and plain values once it would grow too large, and
 * where there are only nulls: pyarrow refuses a column that names a dictionary and has none. Truth values are plain. They are named
 * as the format's version 2 does, like there.
 */
final class Encodings implements ValuesWriterFactory {
    private static final int INITIAL_BYTES = 4096;

    private final boolean dictionary;
    private ParquetProperties properties = ParquetProperties.builder().build();

    Encodings(boolean dictionary) {
        this.dictionary = dictionary;
    }

    @Override
    public void initialize(ParquetProperties chosen) {
        properties = chosen;
    }

    @Override
    public ValuesWriter newValuesWriter(ColumnDescriptor column) {
        int dictionaryBytes = properties.getDictionaryPageSizeThreshold();
        ByteBufferAllocator memory = properties.getAllocator();
        Encoding index = Encoding.RLE_DICTIONARY;
        Encoding page = Encoding.PLAIN;
        return switch (column.getPrimitiveType().getPrimitiveTypeName()) {
            case BOOLEAN -> new BooleanPlainValuesWriter();
            case FIXED_LEN_BYTE_ARRAY -> new FixedLenByteArrayPlainValuesWriter(
                    column.getPrimitiveType().getTypeLength(),
                    INITIAL_BYTES,
                    properties.getPageSizeThreshold(),
                    memory);
            case BINARY -> either(new PlainBinaryDictionaryValuesWriter(dictionaryBytes, index, page, memory) {
                @Override
                public boolean isCompressionSatisfying(long raw, long encoded) {
                    return raw > 0;
                }
            });
            case INT32 -> either(new PlainIntegerDictionaryValuesWriter(dictionaryBytes, index, page, memory) {
                @Override
                public boolean isCompressionSatisfying(long raw, long encoded) {
                    return raw > 0;
                }
            });
            case INT64 -> either(new PlainLongDictionaryValuesWriter(dictionaryBytes, index, page, memory) {
                @Override
                public boolean isCompressionSatisfying(long raw, long encoded) {
                    return raw > 0;
                }
            });
            case FLOAT -> either(new PlainFloatDictionaryValuesWriter(dictionaryBytes, index, page, memory) {
                @Override
                public boolean isCompressionSatisfying(long raw, long encoded) {
                    return raw > 0;
                }
            });
            case DOUBLE -> either(new PlainDoubleDictionaryValuesWriter(dictionaryBytes, index, page, memory) {
                @Override
                public boolean isCompressionSatisfying(long raw, long encoded) {
                    return raw > 0;
                }
            });
            default -> throw new IllegalArgumentException(column + " is of a type that is not written here");
        };
    }

    private <D extends DictionaryValuesWriter & RequiresFallback> ValuesWriter either(D withDictionary) {
        PlainValuesWriter plain =
                new PlainValuesWriter(INITIAL_BYTES, properties.getPageSizeThreshold(), properties.getAllocator());
        return dictionary ? FallbackValuesWriter.of(withDictionary, plain) : plain;
    }
}
