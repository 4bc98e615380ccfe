/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.teleoperator.so101;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.sun.management.ThreadMXBean;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.feature.Units;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.option.ConfigException;
import dev.tendon.feetech.Sts3215;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over simulated servos that a hand moves. */
class SoLeaderTest {
    @TempDir
    Path home;

    private Rig rig;

    @BeforeEach
    void build() {
        rig = new Rig(home);
    }

    @Test
    void hasTheFollowersFeatures() {
        SoLeader leader = rig.driver("sim:");

        assertThat(leader.actionFeatures().layout().valueNames())
                .containsExactly(
                        "shoulder_pan.pos",
                        "shoulder_lift.pos",
                        "elbow_flex.pos",
                        "wrist_flex.pos",
                        "wrist_roll.pos",
                        "gripper.pos");
        assertThat(leader.actionFeatures().list().get(0).unit()).isEqualTo(Units.DEGREES);
        assertThat(leader.actionFeatures().list().get(5).unit()).isEqualTo(Units.PERCENT);
        rig.useDegrees = false;
        assertThat(rig.driver("sim:").actionFeatures().list().get(0).unit()).isEqualTo(Units.SIGNED_PERCENT);
    }

    @Test
    void leavesTheTorqueOffAndTheEepromLocked() throws Exception {
        rig.connected("sim:");

        for (int id = 1; id <= 6; id++) {
            assertThat(rig.register(id, Sts3215.TORQUE_ENABLE)).isZero();
            assertThat(rig.register(id, Sts3215.LOCK)).isEqualTo(1);
            assertThat(rig.register(id, Sts3215.RETURN_DELAY_TIME)).isZero();
            assertThat(rig.register(id, Sts3215.OPERATING_MODE)).isZero();
        }
    }

    @Test
    void isCalibratedAndThenReadInItsNewUnits() throws Exception {
        rig.id = Optional.of("blue");
        rig.answers.add("");
        Path file = rig.driver("sim:new?calibrated=false&motion=calibrate").calibrate();

        assertThat(file).isEqualTo(home.resolve("teleoperators/so_leader/blue.json"));
        assertThat(rig.leases).isEmpty();
        double[] values = rig.read(rig.connected("sim:new"));
        assertThat(values[5]).isBetween(0.0, 100.0);
        assertThat(rig.register(1, Sts3215.TORQUE_ENABLE)).isZero();
    }

    @Test
    void setsItsMotorsUp() throws Exception {
        rig.answers.addAll(Collections.nCopies(6, ""));
        rig.driver("sim:new?fresh=true&connected=in_turn").setUpMotors();

        assertThat(rig.said).contains("'gripper' motor id set to 6 (was 1 at 1000000 baud)");
        assertThat(rig.said.get(rig.said.size() - 1)).contains("tendon calibrate --teleop.type=so101_leader");
    }

    @Test
    void reportsWhereTheHandMovesIt() throws Exception {
        SoLeader leader = rig.connected("sim:");
        double[] before = rig.read(leader);
        rig.pass(4);
        double[] after = rig.read(leader);

        for (int slot = 0; slot < before.length; slot++) {
            assertThat(Math.abs(after[slot] - before[slot]))
                    .as(SoArm.JOINTS.at(slot).name())
                    .isGreaterThan(1);
        }
        assertThat(after[5]).isBetween(0.0, 100.0);
    }

    @Test
    void aTickAllocatesNothing() throws Exception {
        SoLeader leader = rig.connected("sim:");
        FrameBuffer frame = new FrameBuffer(leader.actionFeatures().layout());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long own = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            long before = threads.getThreadAllocatedBytes(own);
            for (int i = 0; i < 100; i++) {
                leader.read(frame);
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(own) - before);
        }

        assertThat(least).isZero();
    }

    @Test
    void theSuccessorGoesOnWithoutWaiting() throws Exception {
        SoLeader old = rig.connected("sim:");
        double[] last = rig.read(old);
        SoLeader next = rig.driver("sim:");
        long before = rig.clock.nanoTime();

        rig.exchange(old, next);
        old.close();

        assertThat(rig.clock.nanoTime()).as("no waiting").isEqualTo(before);
        assertThat(rig.read(next)).containsExactly(last, offset(0.3));
        next.close();
        assertThat(rig.leases).isEmpty();
    }

    @Test
    void refusesAFollowersState() throws Exception {
        SoLeader leader = rig.driver("sim:");

        assertThatThrownBy(() -> leader.adopt(dev.tendon.api.device.HandOver.ofState("so-follower 1\nport=sim:")))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("so-follower 1");
    }

    @Test
    void refusesAnArmThatNobodyCalibrated() {
        SoLeader leader = rig.driver("sim:?calibrated=false");

        assertThatThrownBy(leader::connect)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("teleoperators/so_leader/None.json")
                .hasMessageContaining("tendon calibrate --teleop.type=so101_leader")
                .hasMessageContaining("--teleop.id");
        assertThat(rig.leases).isEmpty();
    }

    @Test
    void namesMissingMotorsAndThoseThatAnswer() {
        SoLeader leader = rig.driver("sim:?ids=1,2,4&model=4:2825");

        assertThatThrownBy(leader::connect)
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("motor 3 (elbow_flex) is missing")
                .hasMessageContaining("motor 4 (wrist_flex) is of model 2825")
                .hasMessageContaining("motor 6 (gripper) is missing")
                .hasMessageContaining("Answers came from 1 (shoulder_pan), 2 (shoulder_lift), 4 (wrist_flex)")
                .hasMessageContaining("--teleop.type=so101_leader");
    }
}
