/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.internal;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.testkit.Check;
import dev.tendon.testkit.TryOptions;
import java.util.List;

/** What a robot promises beyond other devices. */
final class RobotChecks {
    /** What a host appends behind a robot's own observation. */
    private static final Feature HOSTS = Feature.scalar("tendon.verify", "");

    private static final double MARK = 4711.25;
    private static final double FAR = 1e6;
    /** What a unit of the motors may be, relative to a goal: encoders count in steps. */
    private static final double STEP = 0.01;

    private RobotChecks() {}

    static List<Check> of(String subject, TryOptions options, Device.Maker<RobotDevice> maker) {
        DeviceChecks<RobotDevice> checks = new DeviceChecks<>(subject, options, maker);
        checks.common();
        checks.connected(
                "observe",
                "observe writes every slot of its own, a finite number each, and no other",
                RobotChecks::observe);
        checks.connected("send", "send reports what was really sent, for every slot", RobotChecks::send);
        checks.connected("limits", "send takes any finite number", RobotChecks::limits);
        checks.connected(
                "nan", "a number that is not finite is answered with an exception and moves nothing", RobotChecks::nan);
        checks.connected(
                "allocation",
                "observe and send allocate nothing after the first calls",
                device -> Allocation.none(device::tick));
        return checks.checks();
    }

    private static void observe(RobotDevice device) throws Exception {
        Features own = device.robot().observationFeatures();
        FrameBuffer wide = new FrameBuffer(own.plus(List.of(HOSTS)).layout());
        int behind = own.layout().values();
        for (int i = 0; i < 3; i++) {
            wide.clear();
            wide.value(behind, MARK);
            device.robot().observe(wide);
            for (int slot = 0; slot < behind; slot++) {
                Violation.unless(
                        Double.isFinite(wide.value(slot)),
                        own.layout().valueNames().get(slot) + " is " + wide.value(slot) + " after observe.");
            }
            Violation.unless(wide.value(behind) == MARK, "It wrote into a slot behind its own " + behind + ".");
        }
    }

    private static List<String> actions(RobotDevice device) {
        return device.robot().actionFeatures().layout().valueNames();
    }

    private static void sendAndLook(RobotDevice device, String what) throws Exception {
        device.sent().clear();
        device.send();
        for (int slot = 0; slot < actions(device).size(); slot++) {
            Violation.unless(
                    Double.isFinite(device.sent().value(slot)),
                    "It does not report what it sent: " + actions(device).get(slot) + " is "
                            + device.sent().value(slot) + " when " + what + " is sent.");
        }
    }

    private static void send(RobotDevice device) throws Exception {
        device.observe();
        device.wantPresentPose();
        sendAndLook(device, "the present pose");
        double[] first = new double[actions(device).size()];
        device.sent().copyValues(first);
        for (int slot = 0; slot < first.length; slot++) {
            device.wanted().value(slot, first[slot]);
        }
        device.observe();
        sendAndLook(device, "what it sent before");
        for (int slot = 0; slot < first.length; slot++) {
            double second = device.sent().value(slot);
            Violation.unless(
                    Math.abs(second - first[slot]) <= STEP * Math.max(1, Math.abs(first[slot])),
                    "It reported " + first[slot] + " as sent for "
                            + actions(device).get(slot) + "; asked for exactly that, it reports " + second + ".");
        }
    }

    private static void limits(RobotDevice device) throws Exception {
        device.observe();
        device.wantPresentPose();
        double[] pose = new double[actions(device).size()];
        device.wanted().copyValues(pose);
        for (double far : new double[] {FAR, -FAR}) {
            for (int slot = 0; slot < pose.length; slot++) {
                device.wanted().value(slot, far);
            }
            device.observe();
            sendAndLook(device, String.valueOf(far));
            for (int slot = 0; slot < pose.length; slot++) {
                device.wanted().value(slot, pose[slot]);
            }
            device.send(); // back, before the next one
        }
    }

    private static void nan(RobotDevice device) throws Exception {
        device.observe();
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            device.wantPresentPose();
            FrameWriter wanted = device.wanted();
            wanted.value(0, bad);
            boolean refused = false;
            try {
                device.send();
            } catch (DeviceException | RuntimeException expected) {
                refused = true;
            }
            Violation.unless(
                    refused, "It takes " + bad + " for " + actions(device).get(0) + " without an exception.");
        }
        device.tick(); // goes on
    }
}
