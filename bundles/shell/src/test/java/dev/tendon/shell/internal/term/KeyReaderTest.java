/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyReaderTest {
    private final KeyReader reader = new KeyReader();
    private long nowNs;

    private void type(String text) {
        for (byte b : text.getBytes(StandardCharsets.US_ASCII)) {
            reader.typed(b, nowNs);
        }
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (Optional<String> key = reader.poll(nowNs); key.isPresent(); key = reader.poll(nowNs)) {
            keys.add(key.get());
        }
        return keys;
    }

    @Test
    void knowsArrowKeysInBothModesOfATerminal() {
        type("\u001b[C\u001b[D\u001bOC\u001bOA");
        assertThat(keys()).containsExactly("right", "left", "right", "up");
    }

    @Test
    void givesLettersAndLeavesOutEnter() {
        type("n\nq\r ");
        assertThat(keys()).containsExactly("n", "q");
    }

    @Test
    void tellsEscapeFromAnArrowKeyByTime() {
        type("\u001b");
        assertThat(keys()).isEmpty();
        nowNs += KeyReader.ALONE_NS;
        assertThat(keys()).containsExactly("escape");
        type("n");
        assertThat(keys()).containsExactly("n");
    }

    @Test
    void takesAnArrowKeyThatComesInTwoPieces() {
        type("\u001b[");
        assertThat(keys()).isEmpty();
        type("C");
        assertThat(keys()).containsExactly("right");
    }

    @Test
    void leavesOutKeysThatItDoesNotKnowAndGoesOn() {
        type("\u001b[3~\u001b[1;5Xr\u001bxq");
        assertThat(keys()).containsExactly("r", "q");
    }

    @Test
    void takesEscapeBeforeAnArrowKey() {
        type("\u001b\u001b[C");
        assertThat(keys()).containsExactly("escape", "right");
    }
}
