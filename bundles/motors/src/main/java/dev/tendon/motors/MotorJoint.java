/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

/**
 * A joint of an arm and the motor that moves it. Thread: any.
 *
 * @param name LeRobot's name, as in features and calibration files: {@code shoulder_pan}
 * @param id the motor's id on its bus
 * @param travel how far it turns, and so its unit
 */
public record MotorJoint(String name, int id, Travel travel) {
    /** How far a joint turns. */
    public enum Travel {
        /** Between two stops: its range is recorded; degrees or -100..100. */
        RANGE,
        /** All the way round: its range is a full turn and is not recorded; degrees or -100..100. */
        FULL_TURN,
        /** A gripper: between two stops, 0..100 in any case. */
        GRIPPER
    }

    /** The feature that carries its position. */
    public String feature() {
        return name + ".pos";
    }

    /** As in messages: {@code motor 3 (elbow_flex)}. */
    public String motor() {
        return "motor " + id + " (" + name + ")";
    }
}
