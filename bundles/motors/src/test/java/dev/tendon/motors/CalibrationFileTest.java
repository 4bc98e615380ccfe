/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationFileTest {
    @TempDir
    Path folder;

    @Test
    void readsWhatLeRobotWrote() throws Exception {
        Path file = Path.of(
                CalibrationFileTest.class.getResource("calibration.json").toURI());

        Calibration calibration = CalibrationFile.read(file, TestArm.JOINTS);

        assertThat(calibration.at(1)).isEqualTo(new JointCalibration(2, 0, 1063, 831, 3187));
        assertThat(calibration.at(5)).isEqualTo(new JointCalibration(6, 0, 1290, 2031, 3489));
    }

    @Test
    void theSameAgainNeedsNoBackup() throws IOException {
        Path file = folder.resolve("left.json");
        Calibration calibration = Calibration.forRehearsal(TestArm.JOINTS);
        assertThat(CalibrationFile.write(file, calibration)).isEmpty();
        assertThat(CalibrationFile.write(file, calibration)).isEmpty();
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() throws IOException {
        Path file = Files.writeString(
                folder.resolve("left.json"),
                """
                {"shoulder_pan": {"id": 2, "drive_mode": 0, "homing_offset": 0, "range_min": 5000, "range_max": 1},
                 "shoulder_lift": {"id": 2, "homing_offset": 1.5}}
                """);

        assertThatThrownBy(() -> CalibrationFile.read(file, TestArm.JOINTS))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("left.json")
                .hasMessageContaining("shoulder_pan.id is 2, not 1")
                .hasMessageContaining("shoulder_pan.range_min is 5000, not 0 to 4095")
                .hasMessageContaining("shoulder_lift.drive_mode is missing")
                .hasMessageContaining("shoulder_lift.homing_offset is 1.5")
                .hasMessageContaining("no joint gripper")
                .hasMessageContaining("calibration_dir");
    }

    @Test
    void refusesAnEmptyRange() throws Exception {
        Path golden = Path.of(
                CalibrationFileTest.class.getResource("calibration.json").toURI());
        Path file = Files.writeString(
                folder.resolve("left.json"),
                Files.readString(golden).replace("\"range_max\": 3489", "\"range_max\": 2031"));

        assertThatThrownBy(() -> CalibrationFile.read(file, TestArm.JOINTS))
                .hasMessageContaining("gripper.range_min 2031 is not below range_max 2031");
    }

    @Test
    void saysWhereTheFileIsNoJson() throws IOException {
        Path file = Files.writeString(folder.resolve("left.json"), "{ \"shoulder_pan\": ");

        assertThatThrownBy(() -> CalibrationFile.read(file, TestArm.JOINTS))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("left.json is no JSON");
    }
}
