/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommonArgsTest {
    private static CommonArgs of(String... args) {
        return CommonArgs.of(List.of(args));
    }

    @Test
    void takesJsonAndDebugOutOfTheRest() {
        assertThat(of("replay", "--json", "--robot.port=sim:", "--debug=true"))
                .isEqualTo(new CommonArgs(true, true, List.of("replay", "--robot.port=sim:")));
    }

    @Test
    void takesTheWordAfterABareFlag() {
        assertThat(of("info", "--json", "false", "--debug", "true"))
                .isEqualTo(new CommonArgs(false, true, List.of("info")));
    }

    @Test
    void leavesWhatFollowsADoubleDashAlone() {
        assertThat(of("info", "--", "--json")).isEqualTo(new CommonArgs(false, false, List.of("info", "--", "--json")));
    }

    @Test
    void leavesOptionsThatOnlyBeginLikeThem() {
        assertThat(of("--json_file=x", "--debugger").rest()).containsExactly("--json_file=x", "--debugger");
    }
}
