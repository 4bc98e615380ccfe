/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.curator.edit;

import java.util.List;
import java.util.stream.Stream;

/** Names as a user gives them: {@code a}, {@code a,b} or {@code [a, b]}. */
final class Names {
    private Names() {}

    static List<String> of(Object given) {
        Stream<String> parts = given instanceof List<?> list
                ? list.stream().map(String::valueOf)
                : Stream.of(given.toString().split(",", -1));
        return parts.map(String::strip).filter(name -> !name.isEmpty()).toList();
    }
}
