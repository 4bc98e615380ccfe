/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import dev.tendon.config.CommandLine;
import dev.tendon.runtime.Drive;
import dev.tendon.runtime.Ending;
import dev.tendon.runtime.SessionEvent;
import dev.tendon.runtime.SessionRequest;
import dev.tendon.shell.internal.FakeCatalog;
import dev.tendon.shell.internal.FakeConsole;
import dev.tendon.shell.internal.host.FakeHost;
import dev.tendon.shell.internal.plugin.FakePlugins;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TeleoperateVerbTest {
    record Config() {}

    private final FakeSessions sessions = new FakeSessions();
    private final FakePlugins plugins = new FakePlugins();
    private final FakeConsole console = new FakeConsole();

    private static TeleoperateOptions options(String... more) {
        List<String> args = new ArrayList<>(List.of("--robot.type=arm", "--teleop.type=leader"));
        args.addAll(List.of(more));
        FakeCatalog catalog = new FakeCatalog()
                .with("robot", "arm", List.of(), "An arm", Config.class)
                .with("teleoperator", "leader", List.of(), "A leader", Config.class);
        return new CommandLine(catalog).parse(TeleoperateOptions.class, args).options();
    }

    private int teleoperate(String... more) throws Exception {
        return new TeleoperateVerb(sessions, plugins, new FakeHost()).run(options(more), console);
    }

    @Test
    void drivesTheRobotByTheTeleoperatorAtTheGivenRate() throws Exception {
        sessions.report = Reports.of(Ending.LIMIT);

        assertThat(teleoperate("--fps=50", "--teleop_time_s=1.5", "--watchdog_ms=250", "--soft_start_s=0.5"))
                .isZero();
        SessionRequest request = Objects.requireNonNull(sessions.request);
        assertThat(request.robot().type()).isEqualTo("arm");
        assertThat(request.drive()).isInstanceOfSatisfying(Drive.ByTeleoperator.class, drive -> assertThat(
                        drive.teleop().type())
                .isEqualTo("leader"));
        assertThat(request.loop().fps()).isEqualTo(50);
        assertThat(request.loop().limit()).contains(Duration.ofMillis(1500));
        assertThat(request.loop().watchdog()).isEqualTo(Duration.ofMillis(250));
        assertThat(request.loop().softStart()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void runsAt60HzUntilItIsStoppedByDefault() throws Exception {
        sessions.report = Reports.of(Ending.STOPPED);

        assertThat(teleoperate()).isEqualTo(130);
        SessionRequest request = Objects.requireNonNull(sessions.request);
        assertThat(request.loop().fps()).isEqualTo(60);
        assertThat(request.loop().limit()).isEmpty();
        assertThat(request.loop().softStart()).isEqualTo(Duration.ofSeconds(1));
        assertThat(sessions.did).containsExactly("open", "run", "close");
    }

    @Test
    void announcesAnExchangeOnce() throws Exception {
        plugins.announces = "com.example.arm 1.0.0 → 1.1.0: exchanged while running; teleoperate: robot moved";
        sessions.events = List.of(
                new SessionEvent(SessionEvent.Kind.CONNECTED, 0, "connected"),
                new SessionEvent(SessionEvent.Kind.SWAPPED, 7, "teleoperate: robot moved"));
        teleoperate();

        assertThat(console.err).containsExactly(plugins.announces, "connected");
    }

    @Test
    void reportsFiguresByName() throws Exception {
        teleoperate();

        assertThat(console.result())
                .containsEntry("robot", "arm")
                .containsEntry("teleop", "leader")
                .containsEntry("fps", 60.0)
                .containsEntry("tracking_error_mean", 0.25)
                .containsKeys("tracking_error", "missed_ticks", "swaps", "ending");
        assertThat(console.out.get(0)).isEqualTo("leader drove arm: finished");
    }

    @Test
    void tellsEveryMistakeInItsNumbersAtOnce() {
        assertThatThrownBy(() -> options("--fps=0", "--teleop_time_s=0", "--watchdog_ms=0", "--soft_start_s=-1"))
                .isInstanceOfSatisfying(ConfigException.class, mistake -> assertThat(mistake.problems())
                        .hasSize(4)
                        .allMatch(problem -> problem.matches("--(fps|teleop_time_s|watchdog_ms|soft_start_s) is .*")));
    }
}
