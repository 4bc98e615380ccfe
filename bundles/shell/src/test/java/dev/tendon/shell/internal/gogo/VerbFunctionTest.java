/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.gogo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.shell.internal.Verbs;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerbFunctionTest {
    private final List<List<String>> runs = new ArrayList<>();
    private int exitCode;

    private final Verbs verbs = new Verbs() {
        @Override
        public Set<String> names() {
            return Set.of("plugins list");
        }

        @Override
        public int run(String command, List<String> args) {
            assertThat(command).isEmpty();
            runs.add(args);
            return exitCode;
        }
    };

    @Test
    void runsTheVerbWithGogosArgumentsAsText() throws Exception {
        Object result = new VerbFunction("plugins", verbs).execute(null, List.of("list", 5L, true));

        assertThat(result).isNull();
        assertThat(runs).containsExactly(List.of("plugins", "list", "5", "true"));
    }

    @Test
    void throwsWhereTheVerbFailsSoThatGogoStops() {
        exitCode = 3;

        assertThatThrownBy(() -> new VerbFunction("replay", verbs).execute(null, List.of()))
                .isInstanceOf(VerbFailedException.class)
                .satisfies(thrown ->
                        assertThat(((VerbFailedException) thrown).exitCode()).isEqualTo(3))
                .hasToString("exit code 3");
    }
}
