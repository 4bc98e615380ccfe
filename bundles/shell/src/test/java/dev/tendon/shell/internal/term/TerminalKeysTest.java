/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.time.SimulatedClock;
import dev.tendon.shell.Keys;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalKeysTest {
    @Test
    void takesWhatIsPipedIntoItAsTyped() {
        ByteArrayInputStream in = new ByteArrayInputStream("n\nr\n".getBytes(StandardCharsets.US_ASCII));
        try (Keys keys = TerminalKeys.open(in, false, new SimulatedClock(0))) {
            assertThat(keys.poll()).contains("n");
            assertThat(keys.poll()).contains("r");
            assertThat(keys.poll()).isEmpty();
        }
    }

    @Test
    void leavesTheRestToWhoeverReadsNext() throws Exception {
        ByteArrayInputStream in = new ByteArrayInputStream("n".getBytes(StandardCharsets.US_ASCII));
        TerminalKeys.open(in, false, new SimulatedClock(0)).close();
        assertThat(in.read()).isEqualTo('n');
    }
}
