/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.robot.so101;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import dev.tendon.feetech.Sts3215;
import dev.tendon.motors.CalibrationMismatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The golden calibration as a file, against the simulated arm's own in its motors. */
class CalibrationChoiceTest {
    private static final int FILE_MIN = 742;
    private static final int FILE_OFFSET = -371;
    private static final int MOTOR_MIN = 760;

    @TempDir
    Path home;

    private Rig rig;
    private Path file;

    @BeforeEach
    void build() throws Exception {
        rig = new Rig(home);
        rig.id = Optional.of("left");
        file = home.resolve("robots/so_follower/left.json");
        Files.createDirectories(file.getParent());
        Files.copy(
                Path.of(CalibrationChoiceTest.class
                        .getResource("calibration.json")
                        .toURI()),
                file);
    }

    @Test
    void withoutATerminalAMismatchIsAnErrorThatNamesTheOption() {
        SoFollower driver = rig.driver("sim:");

        assertThatThrownBy(driver::connect)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("left.json")
                .hasMessageContaining("shoulder_pan: offset -371, range 742..3389 in the file")
                .hasMessageContaining("--robot.on_calibration_mismatch=file")
                .hasMessageContaining("--robot.on_calibration_mismatch=motors");
        assertThat(rig.said).isEmpty();
        assertThat(rig.leases).isEmpty();
    }

    @Test
    void theFileIsWrittenToTheMotorsWhereTheOptionSaysSo() throws Exception {
        rig.onMismatch = CalibrationMismatch.FILE;
        rig.connected("sim:");

        assertThat(rig.register(1, Sts3215.MIN_POSITION_LIMIT)).isEqualTo(FILE_MIN);
        assertThat(rig.register(1, Sts3215.HOMING_OFFSET)).isEqualTo(FILE_OFFSET);
    }

    @Test
    void theMotorsAreRightWhereTheOptionSaysSo() throws Exception {
        rig.onMismatch = CalibrationMismatch.MOTORS;
        rig.connected("sim:");

        assertThat(rig.register(1, Sts3215.MIN_POSITION_LIMIT)).isEqualTo(MOTOR_MIN);
    }

    @Test
    void enterWritesTheFile() throws Exception {
        rig.answers.add("");
        rig.connected("sim:");

        assertThat(rig.register(1, Sts3215.MIN_POSITION_LIMIT)).isEqualTo(FILE_MIN);
        assertThat(rig.said).hasSize(2);
    }

    @Test
    void asksAgainUntilItUnderstands() throws Exception {
        rig.answers.add("yes");
        rig.answers.add("M");
        rig.connected("sim:");

        assertThat(rig.register(1, Sts3215.MIN_POSITION_LIMIT)).isEqualTo(MOTOR_MIN);
        assertThat(rig.said).contains("\"yes\" is none of ENTER, m and c.");
    }

    @Test
    void whatWasWrittenOnceIsNoMismatchAgain() throws Exception {
        rig.onMismatch = CalibrationMismatch.FILE;
        rig.connected("sim:kept").close();
        rig.onMismatch = CalibrationMismatch.ASK;

        rig.connected("sim:kept");

        assertThat(rig.register(1, Sts3215.MIN_POSITION_LIMIT)).isEqualTo(FILE_MIN);
    }
}
