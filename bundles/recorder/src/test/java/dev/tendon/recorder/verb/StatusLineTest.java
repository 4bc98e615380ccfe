/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.verb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.recorder.RecordingStatus;
import dev.tendon.runtime.LoopCounters;
import dev.tendon.runtime.SessionSnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusLineTest {
    private static SessionSnapshot loop() {
        return SessionSnapshot.of(
                new SessionSnapshot.Figures(100, 0, 29.97, 120, 2300, 1, new LoopCounters(0, 0, 0, 0, 0, 0)),
                new double[0],
                new double[0],
                new double[0]);
    }

    @Test
    void saysEverythingInOneLine() {
        RecordingStatus status = new RecordingStatus("recording", 2, 12.34, 60, 370, 4, 5, 1, 18_000);
        assertThat(new StatusLine(50, 30).of(status, loop()))
                .isEqualTo("recording 3/50  12.3/60 s  370 frames  30.0 fps  late 0.1 ms, worst 2.3  dropped 4"
                        + "  queue 5  missed 1  saving 1  disk 5 h");
    }

    @Test
    void takesMoreLinesOnANarrowTerminal() {
        RecordingStatus status = new RecordingStatus("recording", 2, 12.34, 60, 370, 4, 5, 1, 18_000);
        List<String> lines = new StatusLine(50, 30).lines(status, loop(), 80);
        assertThat(lines).hasSize(2).allMatch(line -> line.length() < 80);
        assertThat(String.join("  ", lines)).isEqualTo(new StatusLine(50, 30).of(status, loop()));
    }

    @Test
    void countsTheEpisodeOfAResetAsTheOneBeforeIt() {
        RecordingStatus status = new RecordingStatus("resetting", 2, 1, 60, 0, 0, 0, 0, Double.POSITIVE_INFINITY);
        assertThat(new StatusLine(50, 30).of(status, loop()))
                .startsWith("resetting 2/50")
                .doesNotContain("disk", "saving");
    }

    @Test
    void givesTimeInTheUnitThatSaysMost() {
        assertThat(StatusLine.duration(70)).isEqualTo("70 s");
        assertThat(StatusLine.duration(600)).isEqualTo("10 min");
        assertThat(StatusLine.duration(3 * 24 * 3600)).isEqualTo("3 days");
    }
}
