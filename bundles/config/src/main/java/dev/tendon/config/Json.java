/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config;

/** Plain data (maps, lists, strings, numbers, booleans, null) as JSON text and back. Thread: any. */
@SuppressWarnings("DoNotCallSuggester")
public final class Json {
    private Json() {}

    /** The data as JSON on one line. Keys keep their order; NaN and infinities become {@code null}. */
    public static String line(Object plain) {
        throw new UnsupportedOperationException(String.valueOf(plain));
    }

    /** The data as indented JSON, ending in a line break. */
    public static String pretty(Object plain) {
        throw new UnsupportedOperationException(String.valueOf(plain));
    }
}
