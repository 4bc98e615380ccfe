/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import dev.tendon.sim.scene.Scene;

/** The scene around one arm, moved by its servos. Thread: its bus's, but {@link #scene} any. */
final class ArmScene {
    /** Servo steps in a step of the scene: 4 ms. */
    static final int STEPS = 4;

    private static final int GRIPPER = Scene.JOINTS - 1;

    private final Scene scene;
    private final SimArm kind;
    private final double[] pose = new double[Scene.JOINTS];

    ArmScene(Scene scene, SimArm kind) {
        this.scene = scene;
        this.kind = kind;
    }

    Scene scene() {
        return scene;
    }

    /** Lets a step pass, at whose end the servos are where they are. */
    void advance(Servo[] servos) {
        for (int i = 0; i < pose.length; i++) {
            SimJoint joint = kind.joints().get(i);
            pose[i] = joint.angle(joint.restShaft());
        }
        for (Servo servo : servos) {
            pose[servo.joint() - 1] = kind.joints().get(servo.joint() - 1).angle(servo.shaftSteps());
        }
        scene.advance(pose, STEPS * Motor.STEP_S);
        double stop = scene.gripperStop();
        for (Servo servo : servos) {
            if (servo.joint() - 1 == GRIPPER) {
                servo.stopAt(kind.joints().get(GRIPPER).shaftAt(stop));
            }
        }
    }
}
