/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.safetensors;

import java.util.List;
import java.util.Map;

/**
 * A file's table of contents, checked.
 *
 * @param length bytes of the header with its length field; tensors begin here
 * @param metadata texts by name, in the file's order
 * @param entries the tensors, in the order of their bytes
 */
record Header(long length, Map<String, String> metadata, List<Entry> entries) {
    /** The format's own limit on the JSON part, in bytes. */
    static final int MAX_JSON_BYTES = 100_000_000;

    /** Bytes of the length field before the JSON part. */
    static final int LENGTH_BYTES = Long.BYTES;

    /** The name that metadata has among the tensors. */
    static final String METADATA = "__metadata__";

    /** One tensor: its bytes are those from {@code begin} to before {@code end}, counted from the header's end. */
    @SuppressWarnings("ArrayRecordComponent") // never handed out
    record Entry(String name, ElementType type, long[] shape, long begin, long end) {}
}
