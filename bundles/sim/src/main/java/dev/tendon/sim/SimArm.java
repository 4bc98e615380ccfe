/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The two arms that hang on a simulated bus: an SO-101 follower and its leader, six STS3215 each. The numbers are those of no
 * real arm; ranges and rest pose are what a calibrated SO-101 looks like: folded, the shoulder back, the elbow bent.
 */
enum SimArm {
    /** Lies folded until it is driven, unless a hand was asked for. */
    FOLLOWER(List.of(
            new SimJoint(1, -217, 760, 3334, 2047, 0.020, 0.060),
            new SimJoint(2, 1094, 842, 3251, 866, 0.020, 0.045),
            new SimJoint(3, -1386, 925, 3136, 3110, 0.010, 0.055),
            new SimJoint(4, 402, 958, 3180, 2860, 0.004, 0.070),
            new SimJoint(5, -63, 0, 4095, 2047, 0.001, 0.050),
            new SimJoint(6, 1217, 2021, 3476, 2044, 0.002, 0.110))),

    /** Moved by a hand while its torque is off. */
    LEADER(List.of(
            new SimJoint(1, 154, 748, 3342, 2047, 0.015, 0.060),
            new SimJoint(2, -902, 850, 3240, 2045, 0.015, 0.045),
            new SimJoint(3, 1310, 901, 3127, 2014, 0.008, 0.055),
            new SimJoint(4, -288, 930, 3201, 2065, 0.003, 0.070),
            new SimJoint(5, 71, 0, 4095, 2047, 0.001, 0.050),
            new SimJoint(6, -1175, 2033, 3302, 2500, 0.001, 0.110)));

    static final String GRIPPER = "gripper";

    /** By id, from 1. */
    @SuppressWarnings("ImmutableEnumChecker") // List.of
    static final List<String> JOINT_NAMES =
            List.of("shoulder_pan", "shoulder_lift", "elbow_flex", "wrist_flex", "wrist_roll", GRIPPER);

    /** A hand uses this share of a joint's range. */
    private static final double HAND_SHARE = 0.35;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<SimJoint> joints;

    SimArm(List<SimJoint> joints) {
        this.joints = joints;
    }

    /** As in files and messages. */
    String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<SimJoint> joints() {
        return joints;
    }

    /** The ends of the joints' ranges, in radians from their middle. */
    void reach(double[] low, double[] high) {
        for (int i = 0; i < joints.size(); i++) {
            low[i] = joints.get(i).angle(joints.get(i).lowEnd());
            high[i] = joints.get(i).angle(joints.get(i).highEnd());
        }
    }

    /** Who moves {@code joint}; null: nobody. */
    @Nullable
    HandMotion hand(SimJoint joint, MotionChoice.Kind kind, @Nullable MotionScript script) {
        return switch (kind) {
            case DEFAULT -> this == LEADER ? gently(joint) : null;
            case STILL -> null;
            case SINE -> gently(joint);
            case SWEEP -> new HandMotion(HandMotion.sweep(joint.lowEnd(), joint.highEnd()), false);
            case CALIBRATE -> new HandMotion(HandMotion.sweep(joint.lowEnd(), joint.highEnd()), true);
            case SCRIPT -> script == null ? null : new HandMotion(script.path(joint), false);
        };
    }

    private static HandMotion gently(SimJoint joint) {
        double reach = HAND_SHARE / 2 * (joint.max() - joint.min());
        return new HandMotion(HandMotion.sines(joint.middleShaft(), reach, joint.handHz()), false);
    }
}
