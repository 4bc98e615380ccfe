/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.dataset.FormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FooterCheckTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "a list of two thousand million structures, 29fcffffffff07, promises more",
        "a text longer than the footer,             18ffffffff07, promises more",
        "a map of many entries,                     1bffffffff0755, promises more",
        "a negative length,                         18ffffffffffffffffff01, promises more",
        "a number without an end,                   16ffffffffffffffffffffff, more than 64 bits",
        "structures nested without an end,          1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c, too deeply",
        "a field of no known type,                  1f, unknown type",
        "no end,                                    1502, ends early"
    })
    void refusesAFooterWith(String what, String footer, String said) throws IOException {
        Path file = folder.resolve("x.parquet");
        byte[] bytes = java.util.HexFormat.of().parseHex(footer);
        ByteBuffer whole = ByteBuffer.allocate(bytes.length + 12).order(ByteOrder.LITTLE_ENDIAN);
        whole.put("PAR1".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .put(bytes)
                .putInt(bytes.length);
        whole.put("PAR1".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        Files.write(file, whole.array());

        assertThatThrownBy(() -> FooterCheck.check(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("x.parquet")
                .hasMessageContaining(said);
    }
}
