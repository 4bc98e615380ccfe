/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.Dialog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Walks a person through a calibration: middle pose, then the ends of every range. Steps, order and numbers are LeRobot's
 * (lerobot 0.6, robots/so_follower/so_follower.py, {@code calibrate}; motors/motors_bus.py, {@code set_half_turn_homings} and
 * {@code record_ranges_of_motion}). What LeRobot fails on is said and asked for again: an offset that a motor cannot hold, a
 * joint that was not moved, and one that turned past the end of its count. Leaves the torque off and offsets in the motors.
 * Thread: its driver's.
 */
final class CalibrationProcedure {
    private final Joints joints;
    private final MotorBus bus;
    private final DeviceContext context;
    private final Dialog dialog;

    CalibrationProcedure(Joints joints, MotorBus bus, DeviceContext context) {
        this.joints = joints;
        this.bus = bus;
        this.context = context;
        this.dialog = context.dialog();
    }

    Calibration run() throws DeviceException {
        dialog.say("Calibrating " + context.label());
        bus.release(joints.ids());
        bus.positionMode(joints.ids());
        while (true) {
            int[] offsets = middle();
            RangeRecording ranges = record();
            List<String> wrapped = ranges.wrapped();
            if (wrapped.isEmpty()) {
                return result(offsets, ranges);
            }
            dialog.say(String.join(", ", wrapped) + " turned past the end of the count, from " + MotorKind.LAST_STEP
                    + " to 0: the arm was not in the middle of its range at the start. Once more.");
        }
    }

    /** Sets the offsets so that every motor reports half a turn where it is now. */
    private int[] middle() throws DeviceException {
        int[] ids = joints.ids();
        int[] positions = new int[ids.length];
        int[] offsets = new int[ids.length];
        while (true) {
            dialog.ask("Move " + context.label() + " to the middle of its range of motion and press ENTER.", "");
            for (int id : ids) {
                bus.calibrate(new JointCalibration(id, 0, 0, 0, MotorKind.LAST_STEP));
            }
            bus.positions(ids, positions);
            Arrays.setAll(offsets, slot -> positions[slot] - MotorKind.HALF_TURN);
            List<String> beyond = beyond(positions, offsets);
            if (beyond.isEmpty()) {
                break;
            }
            dialog.say(
                    "A motor holds an offset of at most ±" + MotorKind.MAX_OFFSET + ", but " + String.join("; ", beyond)
                            + ". Move the joint a little; if that does not help, switch the power off and on and start again.");
        }
        for (int slot = 0; slot < ids.length; slot++) {
            bus.calibrate(new JointCalibration(ids[slot], 0, offsets[slot], 0, MotorKind.LAST_STEP));
        }
        return offsets;
    }

    private List<String> beyond(int[] positions, int[] offsets) {
        List<String> lines = new ArrayList<>();
        for (int slot = 0; slot < offsets.length; slot++) {
            if (Math.abs(offsets[slot]) > MotorKind.MAX_OFFSET) {
                lines.add(joints.at(slot).name() + " stands at step " + positions[slot] + " and would need "
                        + offsets[slot]);
            }
        }
        return lines;
    }

    private RangeRecording record() throws DeviceException {
        List<MotorJoint> moved = joints.all().stream()
                .filter(joint -> joint.travel() != MotorJoint.Travel.FULL_TURN)
                .toList();
        RangeRecording ranges = new RangeRecording(moved, bus);
        dialog.watch(prompt(), ranges, "");
        while (ranges.wrapped().isEmpty() && !ranges.unmoved().isEmpty()) {
            dialog.say(String.join("; ", ranges.unmoved()));
            dialog.watch(
                    "Move them through their entire ranges too; the others keep theirs. Press ENTER to stop.",
                    ranges,
                    "");
        }
        return ranges;
    }

    private String prompt() {
        List<String> fullTurns = joints.all().stream()
                .filter(joint -> joint.travel() == MotorJoint.Travel.FULL_TURN)
                .map(MotorJoint::name)
                .toList();
        return "Move all joints" + (fullTurns.isEmpty() ? "" : " except " + String.join(", ", fullTurns))
                + " one after the other through their entire ranges of motion. Recording positions. Press ENTER to stop.";
    }

    private Calibration result(int[] offsets, RangeRecording ranges) {
        List<JointCalibration> values = new ArrayList<>();
        int recorded = 0;
        for (int slot = 0; slot < joints.count(); slot++) {
            boolean fullTurn = joints.at(slot).travel() == MotorJoint.Travel.FULL_TURN;
            int min = fullTurn ? 0 : ranges.min(recorded);
            int max = fullTurn ? MotorKind.LAST_STEP : ranges.max(recorded);
            recorded += fullTurn ? 0 : 1;
            values.add(new JointCalibration(joints.at(slot).id(), 0, offsets[slot], min, max));
        }
        return new Calibration(joints, values);
    }
}
