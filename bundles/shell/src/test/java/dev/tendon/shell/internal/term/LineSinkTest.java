/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineSinkTest {
    private final List<String> lines = new ArrayList<>();
    private final PrintStream stream = new PrintStream(new LineSink(lines::add), true, StandardCharsets.UTF_8);

    @Test
    void givesWholeLines() {
        stream.print("WARN the to");
        assertThat(lines).isEmpty();
        stream.print("rque of Ärmel\r\nnext\n\n");
        assertThat(lines).containsExactly("WARN the torque of Ärmel", "next", "");
    }
}
