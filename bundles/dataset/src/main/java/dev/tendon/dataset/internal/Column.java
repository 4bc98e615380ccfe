/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

/**
 * The values of a leaf column for consecutive rows, {@code elements} a row. Numbers or texts; written once by its reader,
 * then only read.
 */
public interface Column {
    /** Values a row. */
    int elements();

    /** Number of rows. */
    int rows();

    /**
     * A number, truth values as 0 and 1.
     *
     * @throws IllegalArgumentException where the column holds texts
     */
    default double number(int row, int element) {
        throw new IllegalArgumentException("This column holds texts, not numbers");
    }

    /**
     * The first text of a row.
     *
     * @throws IllegalArgumentException where the column holds numbers
     */
    default String text(int row) {
        throw new IllegalArgumentException("This column holds numbers, not texts");
    }
}
