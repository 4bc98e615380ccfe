/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OverviewTest {
    private static Overview filled(int width, boolean color) {
        Overview overview = new Overview(width, color);
        overview.add("", "misc", "Something else");
        overview.add("Measuring", "bench loop", "Measure the loop");
        overview.add("Setting up", "find-port", "Find the port");
        overview.add("Host", "info", "Print versions");
        overview.add("Robots", "replay", "Play the actions of a recorded episode on a robot");
        return overview;
    }

    @Test
    void showsGroupsInTheOrderOfAUsersWayFirstAndUngroupedVerbsLast() {
        assertThat(filled(80, false).text().lines())
                .containsSubsequence("Setting up", "Robots", "Host", "Measuring", "Other");
    }

    @Test
    void alignsAllDescriptionsInOneColumn() {
        assertThat(filled(80, false).text())
                .contains("  info        Print versions\n")
                .contains("  bench loop  Measure the loop\n");
    }

    @Test
    void wrapsLongDescriptionsUnderTheirColumn() {
        assertThat(filled(40, false).text())
                .contains("  replay      Play the actions of a\n" + " ".repeat(14) + "recorded episode on a\n"
                        + " ".repeat(14) + "robot\n");
        assertThat(filled(40, false).text().lines().filter(line -> line.startsWith(" ")))
                .allMatch(line -> line.length() <= 40);
    }

    @Test
    void marksHeadingsWithColorOnlyWhenAsked() {
        assertThat(filled(80, true).text()).contains("\u001b[1mRobots\u001b[0m");
        assertThat(filled(80, false).text()).doesNotContain("\u001b");
    }
}
