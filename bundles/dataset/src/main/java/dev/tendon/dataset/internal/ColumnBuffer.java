/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A column while it is filled, row by row; then it is only read. */
final class ColumnBuffer implements Column {
    private final int elements;
    private final boolean texts;
    private final List<String> strings = new ArrayList<>();
    private double[] numbers = {};
    private int size;

    /** A column of {@code elements} values a row. */
    ColumnBuffer(int elements, boolean texts) {
        this.elements = elements;
        this.texts = texts;
    }

    void add(double number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(64, size + (size >> 1)));
        }
        numbers[size++] = number;
    }

    void add(String text) {
        strings.add(text);
        size++;
    }

    /** Gives back what was taken in advance. */
    ColumnBuffer filled() {
        numbers = Arrays.copyOf(numbers, texts ? 0 : size);
        return this;
    }

    boolean texts() {
        return texts;
    }

    @Override
    public int elements() {
        return elements;
    }

    @Override
    public int rows() {
        return size / elements;
    }

    @Override
    public double number(int row, int element) {
        if (texts) {
            return Column.super.number(row, element);
        }
        check(row, element);
        return numbers[row * elements + element];
    }

    @Override
    public String text(int row) {
        if (!texts) {
            return Column.super.text(row);
        }
        check(row, 0);
        return strings.get(row * elements);
    }

    private void check(int row, int element) {
        if (row < 0 || row >= rows() || element < 0 || element >= elements) {
            throw new IndexOutOfBoundsException("Frame " + row + ", element " + element + " of " + rows()
                    + " frames with " + elements + " elements each");
        }
    }
}
