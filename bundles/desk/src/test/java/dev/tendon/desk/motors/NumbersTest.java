/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.motors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumbersTest {
    private final List<String> problems = new ArrayList<>();

    private List<Integer> of(Object given) {
        return Numbers.of(given, "ids", problems);
    }

    @Test
    void takesANumberAListAndARange() {
        assertThat(of(3)).containsExactly(3);
        assertThat(of("1,2")).containsExactly(1, 2);
        assertThat(of("1-3, 6")).containsExactly(1, 2, 3, 6);
        assertThat(of(List.of(1, "2"))).containsExactly(1, 2);
        assertThat(problems).isEmpty();
    }

    @Test
    void saysWhatIsNoNumber() {
        of("1,x");
        of("5-2");
        assertThat(problems).hasSize(2).allMatch(problem -> problem.startsWith("--ids"));
    }
}
