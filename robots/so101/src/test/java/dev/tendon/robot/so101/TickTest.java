/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.robot.so101;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.option.PerJoint;
import dev.tendon.feetech.Sts3215;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TickTest {
    private static final double[] POSE = {10, -20, 30, 0, 15, 50};

    @TempDir
    Path home;

    private Rig rig;

    @BeforeEach
    void build() {
        rig = new Rig(home);
        rig.useDegrees = false;
    }

    @Test
    void theArmGoesWhereItIsSent() throws Exception {
        SoFollower driver = rig.connected("sim:");
        rig.send(driver, POSE);
        rig.pass(3);

        assertThat(rig.observe(driver)).containsExactly(POSE, offset(0.7));
    }

    @Test
    void reportsWhatWasSentAfterTheLimitsOfTheUnit() throws Exception {
        SoFollower driver = rig.connected("sim:");

        assertThat(rig.send(driver, -130, 130, 0.123456, 100, -100, 101))
                .containsExactly(-100, 100, 0.123456, 100, -100, 100);
        assertThat(rig.register(1, Sts3215.GOAL_POSITION)).isEqualTo(760);
        assertThat(rig.register(6, Sts3215.GOAL_POSITION)).isEqualTo(3476);
    }

    @Test
    void keepsWithinReachOfTheLastObservation() throws Exception {
        rig.maxRelativeTarget = Optional.of(new PerJoint.Same(5));
        SoFollower driver = rig.connected("sim:");
        double[] present = rig.observe(driver);

        double[] sent = rig.send(driver, 90, 90, 90, present[3] + 2, -90, present[5]);

        assertThat(sent[0]).isCloseTo(present[0] + 5, within(1e-9));
        assertThat(sent[1]).isCloseTo(present[1] + 5, within(1e-9));
        assertThat(sent[3]).isCloseTo(present[3] + 2, within(1e-9));
        assertThat(sent[4]).isCloseTo(present[4] - 5, within(1e-9));
        assertThat(sent[5]).isCloseTo(present[5], within(1e-9));
    }

    @Test
    void sendsNothingWhereANumberIsNone() throws Exception {
        SoFollower driver = rig.connected("sim:");
        int before = rig.register(1, Sts3215.GOAL_POSITION);

        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> rig.send(driver, 50, 0, 0, 0, 0, bad))
                    .isInstanceOf(DeviceException.class)
                    .hasMessageContaining("gripper")
                    .hasMessageContaining("nothing was sent");
        }

        assertThat(rig.register(1, Sts3215.GOAL_POSITION)).isEqualTo(before);
    }

    @Test
    void acceptsAnyFiniteNumberOfDegrees() throws Exception {
        rig.useDegrees = true;
        SoFollower driver = rig.connected("sim:");

        double[] sent = rig.send(driver, 1e300, -1e300, 0, 0, 0, 0);

        assertThat(sent[0]).isLessThan(3000);
        assertThat(rig.register(1, Sts3215.GOAL_POSITION)).isEqualTo(32767);
        rig.pass(5);
        assertThat(rig.register(1, Sts3215.PRESENT_POSITION))
                .as("the servo keeps its own limits")
                .isCloseTo(3334, within(8));
    }

    @Test
    void knowsItsRangesOnceItIsConnected() throws Exception {
        rig.useDegrees = true;
        SoFollower driver = rig.driver("sim:");
        FrameBuffer low = new FrameBuffer(driver.actionFeatures().layout());
        FrameBuffer high = new FrameBuffer(driver.actionFeatures().layout());
        assertThatThrownBy(() -> driver.ranges(low, high)).isInstanceOf(IllegalStateException.class);
        driver.connect();

        driver.ranges(low, high);

        assertThat(high.value(0)).isCloseTo((3334 - 760) / 2.0 * 360 / 4095, within(1e-9));
        assertThat(low.value(0)).isCloseTo(-high.value(0), within(1e-9));
        assertThat(low.value(5)).isZero();
        assertThat(high.value(5)).isEqualTo(100);
    }

    @Test
    void stampsAnObservationWithTheSessionsClock() throws Exception {
        SoFollower driver = rig.connected("sim:");
        FrameBuffer frame = new FrameBuffer(driver.observationFeatures().layout());
        driver.observe(frame);

        assertThat(frame.timestampNs()).isEqualTo(rig.clock.nanoTime());
    }

    @Test
    void aTickAllocatesNothing() throws Exception {
        rig.maxRelativeTarget = Optional.of(new PerJoint.Same(20));
        SoFollower driver = rig.connected("sim:");
        FrameBuffer observation = new FrameBuffer(driver.observationFeatures().layout());
        FrameBuffer action = new FrameBuffer(driver.actionFeatures().layout());
        FrameBuffer sent = new FrameBuffer(driver.actionFeatures().layout());
        int warmUp = 2000;
        int ticks = 1000;
        run(driver, observation, action, sent, warmUp);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        long before = threads.getCurrentThreadAllocatedBytes();
        run(driver, observation, action, sent, ticks);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(allocated).as("bytes in %d ticks", ticks).isLessThan(ticks);
    }

    private void run(SoFollower driver, FrameBuffer observation, FrameBuffer action, FrameBuffer sent, int ticks)
            throws DeviceException {
        for (int i = 0; i < ticks; i++) {
            rig.clock.advance(5_000_000);
            driver.observe(observation);
            for (int slot = 0; slot < SoArm.JOINTS.count(); slot++) {
                action.value(slot, 20 + 10 * Math.sin(i / 40.0 + slot));
            }
            driver.send(action, sent);
        }
    }
}
