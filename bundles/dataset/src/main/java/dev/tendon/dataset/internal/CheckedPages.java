/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.jspecify.annotations.Nullable;

/**
 * A column's pages, each checked before parquet-java decodes it: its decoders take memory for what a header claims (entries of a
 * dictionary, values of a bit-packed run). Encodings whose decoders do so out of reach from here (delta encodings, which
 * LeRobot's writer does not use) are refused.
 *
 * <p>Layout of pages and of the run-length hybrid: Parquet's file format, "Data pages" and "Encodings".
 */
final class CheckedPages implements PageReader {
    /** Writers fill the last bit-packed run up; 63 groups of 8 is the longest run they make. */
    private static final int PADDING = 504;

    private final PageReader pages;
    private final ColumnDescriptor column;

    CheckedPages(PageReader pages, ColumnDescriptor column) {
        this.pages = pages;
        this.column = column;
    }

    @Override
    public long getTotalValueCount() {
        return pages.getTotalValueCount();
    }

    @Override
    public @Nullable DictionaryPage readDictionaryPage() {
        DictionaryPage page = pages.readDictionaryPage();
        if (page == null) {
            return null;
        }
        refuseUnless(page.getEncoding() == Encoding.PLAIN || page.getEncoding().usesDictionary(), page.getEncoding());
        long least =
                switch (column.getPrimitiveType().getPrimitiveTypeName()) {
                    case INT64, DOUBLE -> 8L;
                    case INT96 -> 12L;
                    case FIXED_LEN_BYTE_ARRAY -> Math.max(
                            1, column.getPrimitiveType().getTypeLength());
                    default -> 4L;
                };
        corruptIf(
                page.getDictionarySize() < 0
                        || page.getDictionarySize() * least > page.getBytes().size(),
                "a dictionary of " + page.getDictionarySize() + " entries in "
                        + page.getBytes().size() + " bytes");
        return page;
    }

    @Override
    public @Nullable DataPage readPage() {
        DataPage page = pages.readPage();
        if (page == null) {
            return null;
        }
        corruptIf(
                page.getValueCount() <= 0 || page.getValueCount() > Limits.PAGE_VALUES,
                "a page of " + page.getValueCount() + " values");
        try {
            return page instanceof DataPageV1 v1 ? checked(v1) : checked((DataPageV2) page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DataPage checked(DataPageV1 page) throws IOException {
        int count = page.getValueCount();
        byte[] bytes = Codecs.bytes(page.getBytes());
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (column.getMaxRepetitionLevel() > 0) {
            refuseUnless(page.getRlEncoding() == Encoding.RLE, page.getRlEncoding());
            prefixedRuns(in, width(column.getMaxRepetitionLevel()), count);
        }
        if (column.getMaxDefinitionLevel() > 0) {
            refuseUnless(page.getDlEncoding() == Encoding.RLE, page.getDlEncoding());
            prefixedRuns(in, width(column.getMaxDefinitionLevel()), count);
        }
        values(in, page.getValueEncoding(), count);
        return new DataPageV1(
                BytesInput.from(bytes),
                count,
                bytes.length,
                page.getStatistics(),
                page.getRlEncoding(),
                page.getDlEncoding(),
                page.getValueEncoding());
    }

    private DataPage checked(DataPageV2 page) throws IOException {
        int count = page.getValueCount();
        runs(buffer(page.getRepetitionLevels()), width(column.getMaxRepetitionLevel()), count);
        runs(buffer(page.getDefinitionLevels()), width(column.getMaxDefinitionLevel()), count);
        values(buffer(page.getData()), page.getDataEncoding(), count);
        return page;
    }

    private static void values(ByteBuffer in, Encoding encoding, int count) {
        if (encoding.usesDictionary()) {
            if (in.hasRemaining()) { // a page of nulls only may have nothing here
                int width = in.get();
                corruptIf(width < 0 || width > 32, "dictionary indices of " + width + " bits");
                runs(in, width, count);
            }
        } else if (encoding == Encoding.RLE) {
            prefixedRuns(in, 1, count);
        } else {
            refuseUnless(encoding == Encoding.PLAIN, encoding);
        }
    }

    /** Runs behind their length in bytes; leaves {@code in} behind them. */
    private static void prefixedRuns(ByteBuffer in, int width, int count) {
        corruptIf(in.remaining() < 4, "a page that ends early");
        int length = in.getInt();
        corruptIf(length < 0 || length > in.remaining(), "a page that ends early");
        ByteBuffer part = in.slice();
        runs(part.limit(length), width, count);
        in.position(in.position() + length);
    }

    /** Walks the runs of {@code count} values; the last bit-packed one may lack bytes that only pad it. */
    private static void runs(ByteBuffer in, int width, int count) {
        long left = count;
        while (left > 0 && in.hasRemaining()) {
            long header = varint(in);
            long values = (header >>> 1) * ((header & 1) == 0 ? 1 : 8);
            corruptIf(
                    values > left + PADDING && (header & 1) == 1,
                    "a run of " + values + " values where " + left + " are left");
            long bytes = (header & 1) == 0 ? (width + 7) / 8 : values / 8 * width;
            in.position(in.position() + (int) Math.min(bytes, in.remaining()));
            left -= values;
        }
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < 35 && in.hasRemaining(); shift += 7) {
            byte b = in.get();
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new Damage.Corrupt("a run without a length");
    }

    private static ByteBuffer buffer(BytesInput bytes) throws IOException {
        return ByteBuffer.wrap(Codecs.bytes(bytes)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int width(int maxLevel) {
        return BytesUtils.getWidthFromMaxInt(maxLevel);
    }

    private static void corruptIf(boolean corrupt, String what) {
        if (corrupt) {
            throw new Damage.Corrupt(what);
        }
    }

    private static void refuseUnless(boolean known, Encoding encoding) {
        if (!known) {
            throw new Damage.Unsupported("it is encoded as " + encoding + ", which is not read here");
        }
    }
}
