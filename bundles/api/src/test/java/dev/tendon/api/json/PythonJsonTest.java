/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected texts are CPython 3.11's. */
class PythonJsonTest {
    @ParameterizedTest
    @CsvSource({
        "1e-5, 1e-05",
        "1e-4, 0.0001",
        "10, 10.0",
        "0.1, 0.1",
        "0.30000000000000004, 0.30000000000000004",
        "1e15, 1000000000000000.0",
        "1e16, 1e+16",
        "1.5e300, 1.5e+300",
        "-2.5e-7, -2.5e-07",
        "2e-323, 2e-323",
        "9007199254740993, 9007199254740992.0",
        "0.0007959536998847742, 0.0007959536998847742",
        "0, 0.0"
    })
    void numbersHaveTheFewestDigitsThatAreReadBack(double value, String text) {
        assertThat(PythonJson.number(value)).isEqualTo(text);
    }

    @Test
    void mapsAndListsAreIndentedAndEmptyOnesAreNot() {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("steps", List.of(1, 2));
        plain.put("none", Map.of());
        plain.put("nothing", null);
        plain.put("flags", Arrays.asList(true, null));

        assertThat(PythonJson.ascii(plain, 2))
                .isEqualTo(
                        """
                        {
                          "steps": [
                            1,
                            2
                          ],
                          "none": {},
                          "nothing": null,
                          "flags": [
                            true,
                            null
                          ]
                        }""");
    }

    @Test
    void textsAreEscapedAsPythonDoes() {
        assertThat(PythonJson.ascii("a\"\\\n\u0001é→\u007f")).isEqualTo("\"a\\\"\\\\\\n\\u0001\\u00e9\\u2192\\u007f\"");
        assertThat(PythonJson.indented("é→")).isEqualTo("\"é→\"");
    }
}
