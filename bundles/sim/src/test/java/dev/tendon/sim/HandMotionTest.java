/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.option.ConfigException;
import dev.tendon.feetech.Sts3215;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandMotionTest {
    @TempDir
    Path home;

    @Test
    void aSweepReachesBothEndsOfEachRange() throws Exception {
        try (Wire wire = open("sim:?motion=sweep", "so101_follower")) {
            for (int id = 1; id <= 6; id++) {
                int lowest = 4096;
                int highest = 0;
                for (int i = 0; i < 300; i++) {
                    wire.pass(0.025);
                    int position = wire.read(id, Sts3215.PRESENT_POSITION);
                    lowest = Math.min(lowest, position);
                    highest = Math.max(highest, position);
                }
                assertThat(lowest).isCloseTo(wire.read(id, Sts3215.MIN_POSITION_LIMIT), within(1));
                assertThat(highest).isCloseTo(wire.read(id, Sts3215.MAX_POSITION_LIMIT), within(1));
            }
        }
    }

    @Test
    void aHandThatHelpsToCalibrateWaitsInTheMiddleForTheHomingOffset() throws Exception {
        try (Wire wire = open("sim:?motion=calibrate&calibrated=false", "so101_leader")) {
            int middle = wire.read(2, Sts3215.PRESENT_POSITION);
            wire.write(2, Sts3215.HOMING_OFFSET, 0);
            wire.pass(5);
            assertThat(wire.read(2, Sts3215.PRESENT_POSITION)).isEqualTo(middle);

            wire.write(2, Sts3215.TORQUE_ENABLE, 128);
            assertThat(wire.read(2, Sts3215.PRESENT_POSITION)).isEqualTo(2048);
            wire.pass(1.5);
            assertThat(wire.read(2, Sts3215.PRESENT_POSITION)).isGreaterThan(3000);
        }
    }

    @Test
    void aScriptLeadsTheJointsThatItNames() throws Exception {
        Path script = home.resolve("wave.csv");
        Files.write(
                script,
                List.of(
                        "# a wave",
                        "time_s, gripper, shoulder_pan",
                        "0, 0, 0",
                        "2, 100, 45",
                        "3, 100, -45",
                        "",
                        "repeat"));
        try (Wire wire = open("sim:?motion=script:" + script, "so101_leader")) {
            int closed = wire.read(6, Sts3215.MIN_POSITION_LIMIT);
            int open = wire.read(6, Sts3215.MAX_POSITION_LIMIT);
            assertThat(wire.read(6, Sts3215.PRESENT_POSITION)).isEqualTo(closed);
            wire.pass(1);
            assertThat(wire.read(6, Sts3215.PRESENT_POSITION)).isCloseTo((closed + open) / 2, within(1));
            wire.pass(1);
            assertThat(wire.read(1, Sts3215.PRESENT_POSITION)).isCloseTo(2045 + 512, within(1));
            wire.pass(1.5);
            assertThat(wire.read(6, Sts3215.PRESENT_POSITION))
                    .as("again")
                    .isCloseTo(closed + (open - closed) / 4, within(1));
        }
    }

    @Test
    void aFollowerIsStillUnlessAskedAndALeaderWhenAsked() throws Exception {
        for (String[] each : new String[][] {{"sim:", "so101_follower"}, {"sim:?motion=still", "so101_leader"}}) {
            try (Wire wire = open(each[0], each[1])) {
                int before = wire.read(1, Sts3215.PRESENT_POSITION);
                wire.pass(7);
                assertThat(wire.read(1, Sts3215.PRESENT_POSITION)).isEqualTo(before);
            }
        }
    }

    @Test
    void saysWhatIsWrongWithAScript() {
        assertThatThrownBy(() -> MotionScript.parse("x.csv", List.of("time_s,elbow", "0,1")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("x.csv, line 1")
                .hasMessageContaining("elbow_flex");
        assertThatThrownBy(() -> MotionScript.parse("x.csv", List.of("time_s,gripper", "1,1", "1,2")))
                .hasMessageContaining("line 3: the time does not go on");
        assertThatThrownBy(() -> MotionScript.parse("x.csv", List.of("time_s,gripper", "1,one")))
                .hasMessageContaining("\"one\" is no number");
        assertThatThrownBy(() -> MotionScript.parse("x.csv", List.of("time_s,gripper")))
                .hasMessageContaining("holds no positions");
        assertThatThrownBy(() -> open("sim:?motion=script:" + home.resolve("none.csv"), "so101_leader"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("none.csv cannot be read");
    }

    @Property(tries = 300)
    void betweenTwoMomentsAPositionStaysBetweenTheirs(
            @ForAll @DoubleRange(min = -90, max = 90) double from,
            @ForAll @DoubleRange(min = -90, max = 90) double to,
            @ForAll @DoubleRange(min = 0, max = 10) double seconds) {
        SimJoint joint = SimArm.LEADER.joints().get(0);
        MotionScript script = MotionScript.parse("x", List.of("time_s,shoulder_pan", "1," + from, "4," + to));

        assertThat(script.path(joint).applyAsDouble(seconds))
                .isBetween(joint.shaft(Math.min(from, to)) - 1e-6, joint.shaft(Math.max(from, to)) + 1e-6);
    }

    private Wire open(String port, String peer) throws DeviceException {
        return new Wire(home, port, peer);
    }
}
