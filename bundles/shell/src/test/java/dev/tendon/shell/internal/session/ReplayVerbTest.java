/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.feature.Units;
import dev.tendon.api.option.ConfigException;
import dev.tendon.config.CommandLine;
import dev.tendon.runtime.Drive;
import dev.tendon.runtime.Ending;
import dev.tendon.runtime.SessionRequest;
import dev.tendon.shell.internal.FakeCatalog;
import dev.tendon.shell.internal.FakeConsole;
import dev.tendon.shell.internal.host.FakeHost;
import dev.tendon.shell.internal.plugin.FakePlugins;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReplayVerbTest {
    record ArmConfig() {}

    private static final List<String> JOINTS = List.of(
            "shoulder_pan.pos",
            "shoulder_lift.pos",
            "elbow_flex.pos",
            "wrist_flex.pos",
            "wrist_roll.pos",
            "gripper.pos");

    private final FakeSessions sessions = new FakeSessions();
    private final FakeConsole console = new FakeConsole();

    ReplayVerbTest() {
        robotIn(Units.SIGNED_PERCENT);
    }

    private void robotIn(String unit) {
        sessions.features = Features.of(JOINTS.stream()
                .map(name -> Feature.scalar(name, name.startsWith("gripper") ? Units.PERCENT : unit))
                .toList());
    }

    private static ReplayOptions options(String... more) {
        List<String> args = new ArrayList<>(List.of("--robot.type=arm", "--dataset.root=" + RecordingTest.REACH));
        args.addAll(List.of(more));
        FakeCatalog catalog = new FakeCatalog().with("robot", "arm", List.of(), "An arm", ArmConfig.class);
        return new CommandLine(catalog).parse(ReplayOptions.class, args).options();
    }

    private int replay(String... more) throws Exception {
        return new ReplayVerb(sessions, new FakePlugins(), new FakeHost()).run(options(more), console);
    }

    private SessionRequest request() {
        return Objects.requireNonNull(sessions.request);
    }

    @Test
    void playsTheRecordedActionsAtTheirRateAfterARamp() throws Exception {
        assertThat(replay("--ramp_s=2.5")).isZero();
        assertThat(request().loop().fps()).isEqualTo(30);
        assertThat(request().loop().simulatedTime()).isFalse();
        assertThat(request().drive()).isInstanceOfSatisfying(Drive.ByTrajectory.class, drive -> {
            assertThat(drive.trajectory().names()).isEqualTo(JOINTS);
            assertThat(drive.trajectory().ramp()).isEqualTo(Duration.ofMillis(2500));
        });
    }

    @Test
    void playsSlowerWhereAskedTo() throws Exception {
        replay("--speed=0.5");

        assertThat(request().loop().fps()).isEqualTo(15);
    }

    @Test
    void runsOnSimulatedTimeAtSpeedZero() throws Exception {
        replay("--speed=0");

        assertThat(request().loop().simulatedTime()).isTrue();
        assertThat(request().loop().fps()).isEqualTo(30);
    }

    @Test
    void refusesAnotherUnitBeforeTheRobotMovesAndLetsGoOfIt() {
        robotIn(Units.DEGREES);

        assertThatThrownBy(() -> replay())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--robot.use_degrees=false");
        assertThat(sessions.did).containsExactly("open", "close");
    }

    @Test
    void playsAnotherUnitWhereTheUserInsists() throws Exception {
        robotIn(Units.DEGREES);
        replay("--allow_unit_mismatch=true");

        assertThat(sessions.did).containsExactly("open", "run", "close");
        assertThat(console.err).isNotEmpty().allMatch(line -> line.startsWith("warning: "));
    }

    @Test
    void reportsFiguresByName() throws Exception {
        replay();

        assertThat(console.result())
                .containsKeys("robot", "dataset", "units", "tracking_error", "recorded_gap", "missed_ticks")
                .containsEntry("unit", Units.SIGNED_PERCENT)
                .containsEntry("tracking_error_mean", 0.25)
                .containsEntry("tracking_error_max", 1.5)
                .containsEntry("episode", 0);
        assertThat((Double) console.result().get("recorded_gap_mean")).isPositive();
        assertThat((Map<?, ?>) console.result().get("units")).hasSize(6);
    }

    @Test
    void countsOnlyThePlayedFramesWhereTheUserStops() throws Exception {
        sessions.report = Reports.of(Ending.STOPPED);

        assertThat(replay()).isEqualTo(130);
        assertThat(console.result()).containsEntry("frames", 290L).containsEntry("ending", "stopped");
        assertThat(console.out.get(0)).contains("stopped after 290 of ");
    }

    @Test
    void tellsEveryMistakeInItsNumbersAtOnce() {
        assertThatThrownBy(() -> options("--ramp_s=-1", "--speed=200", "--watchdog_ms=0"))
                .isInstanceOfSatisfying(ConfigException.class, mistake -> assertThat(mistake.problems())
                        .hasSize(3)
                        .allMatch(problem -> problem.matches("--(ramp_s|speed|watchdog_ms) is .*")));
    }
}
