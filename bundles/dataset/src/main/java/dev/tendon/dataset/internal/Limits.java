/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

/** The largest of everything that a dataset's files may ask for; beyond what any recording needs, and well below a heap. */
public final class Limits {
    /** Bytes of a JSON or JSON lines file. */
    public static final int JSON_BYTES = 64 << 20;
    /** Bytes of a Parquet footer: some 10,000 episodes with LeRobot's statistics. */
    public static final int FOOTER_BYTES = 32 << 20;
    /** Bytes of a page, unpacked; writers aim at one MiB. */
    public static final int PAGE_BYTES = 64 << 20;
    /** Values in a page. */
    public static final int PAGE_VALUES = 16 << 20;
    /** Rows of a Parquet file. LeRobot begins a new file at 100 MB. */
    public static final long FILE_ROWS = 64 << 20;
    /** Numbers that one call may bring into memory: 256 MiB, or eleven hours of two six-joint columns at 30 Hz. */
    public static final long VALUES = 32 << 20;
    /** Values of one feature in one frame. */
    public static final int ELEMENTS = 1 << 20;
    /** Texts in one list of texts. */
    public static final int LIST_ENTRIES = 4096;
    /** Episodes, tasks and features. */
    public static final int ENTRIES = 4 << 20;

    private Limits() {}
}
