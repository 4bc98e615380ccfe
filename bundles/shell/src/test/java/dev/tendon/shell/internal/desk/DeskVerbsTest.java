/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.robot.RobotType;
import dev.tendon.api.teleoperator.TeleoperatorType;
import dev.tendon.shell.Verb;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeskVerbsTest {
    private static final Optional<Chosen<RobotType<?>>> ARM =
            Optional.of(new Chosen<>("so101_follower", Map.of("id", "left")));
    private static final Optional<Chosen<TeleoperatorType<?>>> KEYS = Optional.of(new Chosen<>("keys", Map.of()));

    private final FakeDevices devices = new FakeDevices();
    private final FakeConsole console = new FakeConsole();

    @Test
    void calibratesTheRobotAndSaysWhereTheFileIs() throws Exception {
        int exitCode = new CalibrateVerb(devices).run(new CalibrateOptions(ARM, Optional.empty()), console);
        assertThat(exitCode).isEqualTo(Verb.DONE);
        assertThat(console.out).singleElement().asString().contains("left", "left.json");
        assertThat(console.json)
                .containsEntry("kind", "robot")
                .containsEntry("type", "so101_follower")
                .containsEntry("id", "left")
                .containsEntry("file", "left.json");
        assertThat(devices.closed).isTrue();
    }

    @Test
    void refusesToCalibrateWhatCannotBe() {
        assertThatThrownBy(() -> new CalibrateVerb(devices).run(new CalibrateOptions(Optional.empty(), KEYS), console))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--teleop.type=keys");
        assertThat(devices.closed).isTrue();
    }

    @Test
    void closesTheDeviceWhereItsCalibrationFails() {
        devices.fails = true;
        assertThatThrownBy(() -> new CalibrateVerb(devices).run(new CalibrateOptions(ARM, Optional.empty()), console))
                .isInstanceOf(DeviceException.class);
        assertThat(devices.closed).isTrue();
    }

    @Test
    void setsUpTheMotors() throws Exception {
        int exitCode = new SetupMotorsVerb(devices).run(new SetupMotorsOptions(ARM, Optional.empty()), console);
        assertThat(exitCode).isEqualTo(Verb.DONE);
        assertThat(devices.setUp).isTrue();
        assertThat(devices.closed).isTrue();
    }

    @Test
    void refusesToSetUpWhatHasNoMotors() {
        assertThatThrownBy(
                        () -> new SetupMotorsVerb(devices).run(new SetupMotorsOptions(Optional.empty(), KEYS), console))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--teleop.type=keys");
    }

    @Test
    void namesADeviceWithoutAnIdByTheVerb() {
        assertThatThrownBy(() -> new CalibrateVerb(devices).run(new CalibrateOptions(Optional.empty(), KEYS), console))
                .isInstanceOf(ConfigException.class);
        assertThat(devices.name).isEqualTo("calibrate");
    }

    @Test
    void takesExactlyOneOfRobotAndTeleoperator() {
        assertThatThrownBy(() -> new CalibrateOptions(ARM, KEYS))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("not both");
        assertThatThrownBy(() -> new SetupMotorsOptions(Optional.empty(), Optional.empty()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--robot.type")
                .hasMessageContaining("--teleop.type");
    }
}
