/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.device.DeviceException;
import dev.tendon.runtime.Ending;
import dev.tendon.runtime.SessionReport;
import dev.tendon.runtime.SessionReport.SwapStatistics;
import dev.tendon.shell.internal.session.Reports;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionReportsTest {
    private static SessionReport failed(Throwable failure) {
        return Reports.of(Ending.DEVICE_FAILED, Reports.NO_ERRORS, Reports.NO_SWAPS, Optional.of(failure));
    }

    @Test
    void namesEveryFigureInSnakeCaseWithItsUnit() {
        Map<String, Object> json = SessionReports.json(Reports.of(Ending.ROBOT_GONE));

        assertThat(json.keySet()).allMatch(key -> key.matches("[a-z0-9]+(_[a-z0-9]+)*"));
        assertThat(json.keySet().stream().filter(key -> key.startsWith("lateness") || key.startsWith("exchange")))
                .isNotEmpty()
                .allMatch(key -> key.endsWith("_us"));
        assertThat(json).containsEntry("ending", "robot_gone").containsEntry("missed_ticks", 2L);
    }

    @Test
    void givesTheTrackingErrorByJoint() {
        assertThat(SessionReports.trackingByJoint(Reports.of(Ending.FINISHED)))
                .isEqualTo(Map.of("shoulder_pan.pos", Map.of("mean", 0.25, "max", 1.5)));
    }

    @Test
    void keepsQuietAboutErrorsAndPluginsWhereThereWereNone() {
        assertThat(SessionReports.lines(Reports.of(Ending.FINISHED), 30))
                .containsExactly(
                        "rate            29.50 of 30.00 ticks per second, 300 ticks, 2 missed",
                        "lateness        median 10 µs, 99 % 20 µs, worst 40 µs",
                        "ticks took      median 100 µs, worst 300 µs; mean and worst: observe 1 and 2, drive 3 and 4, "
                                + "send 5 and 6 µs");
    }

    @Test
    void tellsErrorsHeldTicksAndExchanges() {
        SessionReport report = Reports.of(
                Ending.FINISHED,
                Reports.counters(1, 2, 3, 4),
                new SwapStatistics(1, 2, 250, 300, 300),
                Optional.empty());

        assertThat(SessionReports.lines(report, 30))
                .anyMatch(line -> line.contains("observe 1, send 2, teleoperator 3") && line.contains("in 4 ticks"))
                .anyMatch(line -> line.contains("1 exchanged, 2 refused") && line.contains("250 µs"));
    }

    @Test
    void tellsWhichCameraMissedPictures() {
        SessionReport report = Reports.of(Ending.LIMIT, Reports.cameras(), Reports.NO_SWAPS, Optional.empty());

        assertThat(SessionReports.lines(report, 30))
                .contains("camera          top: the picture was older than 500 ms in 29 ticks; there was none in 3")
                .noneMatch(line -> line.contains("wrist"));
        assertThat(SessionReports.json(report))
                .containsEntry(
                        "cameras",
                        Map.of(
                                "top",
                                Map.of("stale_ticks", 29L, "lost_ticks", 3L),
                                "wrist",
                                Map.of("stale_ticks", 0L, "lost_ticks", 0L)));
    }

    @Test
    void isDoneWhereItFinishedOrTheTimeIsOver() throws Exception {
        assertThat(SessionReports.exitCode(Reports.of(Ending.FINISHED))).isZero();
        assertThat(SessionReports.exitCode(Reports.of(Ending.LIMIT))).isZero();
    }

    @Test
    void returns130WhereTheUserStoppedIt() throws Exception {
        assertThat(SessionReports.exitCode(Reports.of(Ending.STOPPED))).isEqualTo(130);
    }

    @Test
    void throwsWhatEndedIt() {
        DeviceException unplugged = new DeviceException("unplugged");
        AssertionError bug = new AssertionError("bug");

        assertThatThrownBy(() -> SessionReports.exitCode(failed(unplugged))).isSameAs(unplugged);
        assertThatThrownBy(() -> SessionReports.exitCode(failed(bug))).isSameAs(bug);
    }

    @Test
    void countsAnEndWithoutACauseAsADevices() {
        assertThatThrownBy(() -> SessionReports.exitCode(Reports.of(Ending.HUNG)))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("did not return");
    }
}
