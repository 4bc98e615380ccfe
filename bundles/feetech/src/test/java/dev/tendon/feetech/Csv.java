/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.feetech;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The golden tables beside the tests; see their README. */
final class Csv {
    private Csv() {}

    /** The rows below the header. */
    static List<String[]> rows(String file) {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Csv.class.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(",")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
