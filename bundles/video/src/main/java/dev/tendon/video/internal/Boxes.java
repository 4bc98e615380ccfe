/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Boxes within a box of an MP4 file (ISO/IEC 14496-12) that is in memory: four bytes of length, four of type, content. */
record Boxes(ByteBuffer bytes, int from, int to) {
    private static final int HEAD = 8;
    private static final long LOW = 0xffffffffL;

    static Boxes of(ByteBuffer content) {
        return new Boxes(content, 0, content.limit());
    }

    /** The contents of all boxes of that type, as far as the lengths make sense. */
    List<Boxes> all(String type) {
        List<Boxes> found = new ArrayList<>();
        int at = from;
        while (at + HEAD <= to) {
            int length = bytes.getInt(at);
            if (length < HEAD || length > to - at) {
                break;
            }
            if (type(bytes, at).equals(type)) {
                found.add(new Boxes(bytes, at + HEAD, at + length));
            }
            at += length;
        }
        return found;
    }

    /** The contents of all boxes along a path of types. */
    List<Boxes> all(List<String> path) {
        List<Boxes> found = List.of(this);
        for (String type : path) {
            found = found.stream().flatMap(box -> box.all(type).stream()).toList();
        }
        return found;
    }

    /** The unsigned number of four bytes at an offset of the content; -1: the content ends before. */
    long number(int offset) {
        return from + offset + 4 <= to ? bytes.getInt(from + offset) & LOW : -1;
    }

    static String type(ByteBuffer bytes, int at) {
        byte[] type = new byte[4];
        bytes.get(at + 4, type);
        return new String(type, StandardCharsets.ISO_8859_1);
    }
}
