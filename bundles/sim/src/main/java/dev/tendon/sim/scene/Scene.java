/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim.scene;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What stands around one simulated arm and is moved by it: things on its table, with a task. Thread: any.
 *
 * <p>A pose is six angles in radians from the middle of each joint's calibrated range: shoulder_pan, shoulder_lift, elbow_flex,
 * wrist_flex, wrist_roll, gripper.
 */
@ConsumerType
public interface Scene {
    /** Joints of a pose. */
    int JOINTS = 6;

    /** The task in words: {@code Put the cube on the disc}. */
    String task();

    /** Lays everything out anew, where the arm is now; the same seed, the same layout. */
    void reset(long seed);

    /**
     * Lets time pass while the arm goes evenly from where it was to {@code pose}. Called by the arm, in steps of a few milliseconds.
     *
     * @param seconds how long that takes
     */
    void advance(double[] pose, double seconds);

    /** The gripper's angle below which it cannot close for what it holds, in radians as in a pose; minus infinity: nothing stops it. */
    double gripperStop();

    /** How well the task is done, as of the last {@link #advance} or {@link #reset}: 0 to 1. */
    double reward();

    /** Whether it is done. */
    boolean success();

    /** Where it can be looked at from: {@code front}, {@code top}. */
    List<String> views();

    /**
     * Somewhere to look from.
     *
     * @param view one of {@link #views}
     * @throws IllegalArgumentException where there is no such view
     */
    SceneView view(String view, int width, int height);

    /** How somebody who sees everything would do the task from here, and how the arm gets back to where it begins. */
    Motion demonstration(double[] pose);

    /** The way from {@code pose} to where a demonstration begins. */
    Motion home(double[] pose);
}
