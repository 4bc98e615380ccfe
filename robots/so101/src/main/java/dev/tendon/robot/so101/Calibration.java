/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.robot.so101;

import java.util.ArrayList;
import java.util.List;

/**
 * The calibration of a whole arm, joint by joint in {@link Joint}'s order. Immutable. Thread: any.
 *
 * @param joints one for each joint
 */
record Calibration(List<JointCalibration> joints) {
    /** What the limits of a servo are before anybody calibrated it. */
    private static final int FACTORY_MAX = 4095;

    Calibration {
        joints = List.copyOf(joints);
        if (joints.size() != Joint.COUNT) {
            throw new IllegalArgumentException(joints.size() + " joints instead of " + Joint.COUNT);
        }
    }

    JointCalibration of(Joint joint) {
        return joints.get(joint.slot());
    }

    JointScale[] scales(boolean useDegrees) {
        return Joint.ALL.stream()
                .map(joint -> JointScale.of(joint, of(joint), useDegrees))
                .toArray(JointScale[]::new);
    }

    /** Where {@code servos} say something else, a line each; empty where they agree. */
    List<String> differences(Calibration servos) {
        List<String> lines = new ArrayList<>();
        for (Joint joint : Joint.ALL) {
            if (!of(joint).sameInServo(servos.of(joint))) {
                lines.add(joint.spelling() + ": " + of(joint) + " in the file, " + servos.of(joint) + " in the motor");
            }
        }
        return lines;
    }

    /**
     * Whether this, read from servos, was put there by a calibration: every joint but the wrist, which turns all the way round,
     * has a range narrower than the factory's, and every range holds something.
     */
    boolean calibrated() {
        return Joint.ALL.stream().allMatch(joint -> {
            JointCalibration c = of(joint);
            boolean factory = c.rangeMin() == 0 && c.rangeMax() == FACTORY_MAX;
            return c.rangeMin() < c.rangeMax() && (joint == Joint.WRIST_ROLL || !factory);
        });
    }
}
