/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.api.option.ConfigException;
import java.util.List;
import java.util.stream.IntStream;

/** The same values for every frame. */
record Constant(String dtype, List<Integer> shape, List<Double> numbers, String text) implements Values {
    static Constant of(Object value) {
        if (value instanceof Boolean truth) {
            return new Constant("bool", List.of(1), List.of(truth ? 1.0 : 0.0), "");
        }
        if (value instanceof String text) {
            return new Constant("string", List.of(1), List.of(), text);
        }
        List<?> parts = value instanceof List<?> list ? list : List.of(value);
        if (parts.isEmpty() || !parts.stream().allMatch(Number.class::isInstance)) {
            throw new ConfigException(
                    "A constant is a number, a truth value, a text, or a list of numbers, not " + value);
        }
        boolean whole = parts.stream().allMatch(part -> part instanceof Integer || part instanceof Long);
        return new Constant(
                whole ? "int64" : "float32",
                List.of(parts.size()),
                IntStream.range(0, parts.size())
                        .mapToObj(i -> ((Number) parts.get(i)).doubleValue())
                        .toList(),
                "");
    }

    @Override
    public long rows() {
        return -1;
    }

    @Override
    public void goTo(long row) {
        // the same everywhere
    }

    @Override
    public double number(int element) {
        return numbers.get(element);
    }

    @Override
    public void close() {
        // nothing is open
    }
}
