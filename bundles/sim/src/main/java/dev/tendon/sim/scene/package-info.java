/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What stands around a simulated arm. A bundle publishes a {@link dev.tendon.sim.scene.SceneType}; a port names it
 * ({@code sim:?scene=cube}); the arm then moves the scene, a camera draws it and a script looks into it, each by way of
 * {@link dev.tendon.sim.SimulatedArm#scene}.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>The arm moves its scene, in steps of 4 ms of its own time that begin with its opening: what happens depends on the clock and
 *       on the packets alone, like the servos.
 *   <li>A scene answers with one thing, {@link dev.tendon.sim.scene.Scene#gripperStop}: what the gripper holds stops its motor, and
 *       the driver reads that. Nothing else of the arm is held up.
 *   <li>A scene draws itself, since it alone knows what is there; its own description of the world would be a second one.
 * </ul>
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.sim.scene;
