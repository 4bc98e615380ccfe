/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    @Test
    void makesEachColumnAsWideAsItsWidestText() {
        assertThat(Columns.of(List.of(List.of("NAME", "N"), List.of("so101_follower", "1"))))
                .containsExactly("NAME            N", "so101_follower  1");
    }

    @Test
    void takesRowsOfDifferentLength() {
        assertThat(Columns.of(List.of(List.of("a"), List.of("bb", "c", "d")))).containsExactly("a", "bb  c  d");
    }

    @Test
    void leavesNoBlanksAtTheEndOfALine() {
        assertThat(Columns.of(List.of(List.of("a", ""), List.of("bb", "c")))).containsExactly("a", "bb  c");
    }
}
