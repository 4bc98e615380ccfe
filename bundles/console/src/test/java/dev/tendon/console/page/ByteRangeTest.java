/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, section 14. */
class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-, 0, 100",
        "bytes=0-0, 0, 1",
        "bytes=10-19, 10, 20",
        "Bytes=10-19, 10, 20",
        "bytes=90-1000, 90, 100",
        "bytes=99-, 99, 100",
        "bytes=-10, 90, 100",
        "bytes=-1000, 0, 100",
        "bytes=0-999999999999999999, 0, 100"
    })
    void givesThePartThatIsAskedFor(String header, long from, long to) {
        assertThat(ByteRange.of(List.of(header), 100)).isEqualTo(new ByteRange(from, to, true, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=-",
                "bytes=5-4",
                "bytes=a-b",
                "bytes=0-1,5-6",
                "bytes=--1",
                "bytes=1",
                "lines=0-1",
                "",
                "bytes=0-9999999999999999999999"
            })
    void givesTheWholeWhereTheHeaderIsNotUnderstood(String header) {
        assertThat(ByteRange.of(List.of(header), 100)).isEqualTo(new ByteRange(0, 100, false, true));
    }

    @Test
    void givesTheWholeWhereNoneOrTwoAreAskedFor() {
        assertThat(ByteRange.of(null, 100)).isEqualTo(new ByteRange(0, 100, false, true));
        assertThat(ByteRange.of(List.of("bytes=0-1", "bytes=2-3"), 100)).isEqualTo(new ByteRange(0, 100, false, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=5000-6000", "bytes=-0"})
    void hasNoPartBehindTheEnd(String header) {
        assertThat(ByteRange.of(List.of(header), 100).satisfiable()).isFalse();
    }

    @Test
    void hasNoPartOfAnEmptyFile() {
        assertThat(ByteRange.of(List.of("bytes=0-"), 0).satisfiable()).isFalse();
        assertThat(ByteRange.of(null, 0)).isEqualTo(new ByteRange(0, 0, false, true));
    }

    @Test
    void givesAMegabyteAtMost() {
        assertThat(ByteRange.of(List.of("bytes=5-"), 1L << 40))
                .isEqualTo(new ByteRange(5, 5 + ByteRange.MOST, true, true));
    }
}
