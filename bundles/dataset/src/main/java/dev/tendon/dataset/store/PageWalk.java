/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/** Finds a Parquet file's pages from its beginning on, without its footer, up to the first that is not whole. Thread: its creator's. */
final class PageWalk {
    /** After "PAR1". */
    static final int BEGIN = 4;

    private static final int LONGEST_HEADER = 1 << 16;
    private static final int MOST_PAGES = 1 << 20;

    private PageWalk() {}

    /**
     * A page.
     *
     * @param at where its header begins
     * @param end one behind its last byte
     * @param dictionary whether it is a dictionary
     * @param values how many it holds
     * @param unpacked bytes with its header, unpacked
     * @param encodings of its values and levels
     */
    record Page(long at, long end, boolean dictionary, long values, long unpacked, List<Encoding> encodings) {}

    static List<Page> pages(SeekableByteChannel file) throws IOException {
        List<Page> pages = new ArrayList<>();
        long at = BEGIN;
        Page page;
        while (pages.size() < MOST_PAGES && (page = page(file, at)) != null) {
            pages.add(page);
            at = page.end();
        }
        return pages;
    }

    private static @Nullable Page page(SeekableByteChannel file, long at) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(LONGEST_HEADER, file.size() - at));
        file.position(at);
        while (bytes.hasRemaining() && file.read(bytes) >= 0) {
            // The channel may give less than was asked for.
        }
        ByteArrayInputStream in = new ByteArrayInputStream(bytes.array(), 0, bytes.position());
        PageHeader header;
        try {
            header = Util.readPageHeader(in);
        } catch (IOException | RuntimeException e) {
            return null; // the tear
        }
        int length = bytes.position() - in.available();
        long end = at + length + header.getCompressed_page_size();
        if (header.getCompressed_page_size() < 0 || header.getUncompressed_page_size() < 0 || end > file.size()) {
            return null;
        }
        long unpacked = (long) length + header.getUncompressed_page_size();
        if (header.getType() == PageType.DICTIONARY_PAGE && header.getDictionary_page_header() != null) {
            return new Page(
                    at,
                    end,
                    true,
                    0,
                    unpacked,
                    List.of(header.getDictionary_page_header().getEncoding()));
        }
        if (header.getType() == PageType.DATA_PAGE && header.getData_page_header() != null) {
            var data = header.getData_page_header();
            return new Page(
                    at,
                    end,
                    false,
                    data.getNum_values(),
                    unpacked,
                    List.of(data.getEncoding(), data.getDefinition_level_encoding()));
        }
        return null; // not what LeRobot writes
    }
}
