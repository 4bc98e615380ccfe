/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against values that LeRobot's own code made; see the README beside them. */
class JointScaleTest {
    @ParameterizedTest
    @CsvSource({"range_m100_100, false, 96", "degrees, true, 36"})
    void givesLeRobotsTickForEveryGoldenValue(String unit, boolean useDegrees, int cases) throws Exception {
        JointScale[] scales = calibration().scales(useDegrees);
        JsonNode golden = golden().path(unit).path("to_motor");
        assertThat(golden).hasSize(cases);
        for (JsonNode entry : golden) {
            for (int slot = 0; slot < TestArm.JOINTS.count(); slot++) {
                double value = entry.path("value").get(slot).doubleValue();
                assertThat(scales[slot].toTicks(value))
                        .as("%s of %s", value, TestArm.JOINTS.at(slot).name())
                        .isEqualTo(entry.path("goal_position").get(slot).intValue());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"range_m100_100, false", "degrees, true"})
    void givesLeRobotsValueForEveryGoldenTick(String unit, boolean useDegrees) throws Exception {
        JointScale[] scales = calibration().scales(useDegrees);
        JsonNode golden = golden().path(unit).path("from_motor");
        assertThat(golden).hasSize(30);
        for (JsonNode entry : golden) {
            for (int slot = 0; slot < TestArm.JOINTS.count(); slot++) {
                int ticks = entry.path("present_position").get(slot).intValue();
                assertThat(scales[slot].fromTicks(ticks))
                        .as("%s ticks of %s", ticks, TestArm.JOINTS.at(slot).name())
                        .isEqualTo(entry.path("value").get(slot).doubleValue());
            }
        }
    }

    private static JsonNode golden() throws IOException {
        try (InputStream in = JointScaleTest.class.getResourceAsStream("ticks.json")) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static Calibration calibration() throws URISyntaxException {
        return CalibrationFile.read(
                Path.of(JointScaleTest.class.getResource("calibration.json").toURI()), TestArm.JOINTS);
    }
}
