/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.page;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a file is answered to a {@code Range} header (RFC 9110, section 14.2).
 *
 * @param from first byte
 * @param to behind the last byte
 * @param partial whether the answer is 206, not 200
 * @param satisfiable whether there is such a part; else the answer is 416
 */
record ByteRange(long from, long to, boolean partial, boolean satisfiable) {
    /** Most bytes of a part. */
    static final int MOST = 1 << 20;

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})", Pattern.CASE_INSENSITIVE);

    /** What is not understood, several parts among it, gets the whole file, as the RFC allows. */
    static ByteRange of(@Nullable List<String> headers, long length) {
        ByteRange whole = new ByteRange(0, length, false, true);
        if (headers == null || headers.size() != 1) {
            return whole;
        }
        Matcher range = ONE.matcher(headers.get(0).strip());
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return whole;
        }
        if (range.group(1).isEmpty()) {
            long last = Math.min(length, Long.parseLong(range.group(2)));
            return part(length - last, length, length);
        }
        long from = Long.parseLong(range.group(1));
        long to = range.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(range.group(2)) + 1;
        return to <= from ? whole : part(from, Math.min(to, length), length);
    }

    private static ByteRange part(long from, long to, long length) {
        return new ByteRange(from, Math.min(to, from + MOST), true, from < length);
    }

    long length() {
        return to - from;
    }
}
