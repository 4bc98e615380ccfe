/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * Values for a new feature: a row of numbers or a text for each frame of a dataset, in order. Thread: its creator's.
 *
 * <p>{@link ValueFiles} reads them from files; {@link #constant} is the same for all.
 */
public interface Values extends Closeable {
    /** How many frames it has values for; -1 for any number. */
    long rows();

    /** LeRobot's word for their type: {@code float32}, {@code int64}, {@code bool}, {@code string} … */
    String dtype();

    /** Extents of one frame's values; {@code [1]} for a single one. */
    List<Integer> shape();

    /** Goes to frame {@code row}; cheapest in order. */
    void goTo(long row) throws IOException;

    /** A number of the present frame; truth values are 0 and 1. */
    double number(int element);

    /** An integer of the present frame. */
    default long integer(int element) {
        return (long) number(element);
    }

    /** The present frame's text, where the type is {@code string}. */
    default String text() {
        throw new IllegalStateException("These are numbers");
    }

    @Override
    void close() throws IOException;

    /**
     * The same for every frame: a number, a truth value, a text, or a list of numbers.
     *
     * @throws dev.tendon.api.option.ConfigException where it is something else
     */
    static Values constant(Object value) {
        return Constant.of(value);
    }
}
