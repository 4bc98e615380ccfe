/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

import dev.tendon.api.device.DeviceException;
import java.util.ArrayList;
import java.util.List;

/**
 * The calibration of a whole arm. Immutable. Thread: any.
 *
 * @param joints of which arm
 * @param values one for each joint, in order
 */
public record Calibration(Joints joints, List<JointCalibration> values) {
    public Calibration {
        values = List.copyOf(values);
        if (values.size() != joints.count()) {
            throw new IllegalArgumentException(values.size() + " joints instead of " + joints.count());
        }
    }

    /** One that says nothing of any arm: for a driver that rehearses its hand-over with no arm there. */
    public static Calibration forRehearsal(Joints joints) {
        return new Calibration(
                joints,
                joints.all().stream()
                        .map(joint -> new JointCalibration(joint.id(), 0, 0, 0, 1))
                        .toList());
    }

    public JointCalibration at(int slot) {
        return values.get(slot);
    }

    /** The scale of each joint, in order; a new array. */
    public JointScale[] scales(boolean useDegrees) {
        return joints.all().stream()
                .map(joint -> JointScale.of(joint, at(joints.all().indexOf(joint)), useDegrees))
                .toArray(JointScale[]::new);
    }

    /** Writes it to motors that are released; only what differs there. */
    public void writeTo(MotorBus motors) throws DeviceException {
        for (JointCalibration joint : values) {
            motors.calibrate(joint);
        }
    }

    /** Where {@code motors} say something else, a line each; empty where they agree. Drive modes are not in motors. */
    public List<String> differences(Calibration motors) {
        List<String> lines = new ArrayList<>();
        for (int slot = 0; slot < joints.count(); slot++) {
            if (!at(slot).sameInMotor(motors.at(slot))) {
                lines.add(joints.at(slot).name() + ": " + at(slot) + " in the file, " + motors.at(slot)
                        + " in the motor");
            }
        }
        return lines;
    }

    /**
     * Whether this, read from motors, was put there by a calibration: every joint but one that turns all the way round has a
     * range narrower than the factory's, and every range holds something.
     */
    public boolean calibrated() {
        for (int slot = 0; slot < joints.count(); slot++) {
            JointCalibration c = at(slot);
            boolean factory = c.rangeMin() == 0 && c.rangeMax() == MotorKind.LAST_STEP;
            boolean anyRange = joints.at(slot).travel() == MotorJoint.Travel.FULL_TURN;
            if (c.rangeMin() >= c.rangeMax() || (factory && !anyRange)) {
                return false;
            }
        }
        return true;
    }
}
