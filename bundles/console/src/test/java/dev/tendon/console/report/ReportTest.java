/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Chart CHART = new Chart(
            "shoulder <pan>",
            "s",
            true,
            List.of(
                    new Line("policy", Line.Look.FIRST, List.of(0.0, 1.0, 2.0), List.of(0.0, 10.0, 5.0)),
                    new Line("hold", Line.Look.SECOND, List.of(0.0, 1.0, 2.0), List.of(1.0, Double.NaN, 2.0))));

    @TempDir
    Path folder;

    @Test
    void isOneFileThatNeedsNothingElse() throws IOException {
        Path file = folder.resolve("report.html");
        new Report("A & B", "3 episodes")
                .section("Errors")
                .note("in degrees")
                .table(List.of("joint", "error"), List.of(List.of("<gripper>", "1.5")))
                .charts(List.of(CHART))
                .write(file);

        String page = Files.readString(file);
        assertThat(page)
                .contains("A &amp; B", "--observed", "svg .observed", "&lt;gripper&gt;", "shoulder &lt;pan&gt;")
                .doesNotContain("<script", "src=", "href=", "url(", "<gripper>");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void drawsLinesFromTheLowestToTheHighestAndLeavesGaps() {
        assertThat(CHART.svg())
                .contains("class=\"observed\" d=\"M46.0 122.0L183.0 6.0L320.0 64.0\"")
                .contains("class=\"sent\" d=\"M46.0 110.4M320.0 98.8\"");
    }

    @Test
    void writesNumbersShort() {
        assertThat(Html.number(3)).isEqualTo("3");
        assertThat(Html.number(0.12345)).isEqualTo("0.123");
        assertThat(Html.number(12.345)).isEqualTo("12.3");
        assertThat(Html.number(0.00012)).isEqualTo("1.20e-04");
    }
}
