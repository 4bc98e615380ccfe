/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime;

/** How a session ended. Every ending is safe: the last goal sent was kept until then, and the robot's torque rule was applied. */
public enum Ending {
    /** The drive has nothing more to say: a recording is over. */
    FINISHED,
    /** {@link LoopSettings#limit} was reached. */
    LIMIT,
    /** {@link Session#stop}, {@link Session#close} or an interrupt. */
    STOPPED,
    /** A device failed longer than the loop holds; the failure is a {@link dev.tendon.api.device.DeviceException}. */
    DEVICE_FAILED,
    /** A plugin threw what it must not; the failure is what it threw. */
    PLUGIN_FAILED,
    /** A call did not return: its device was taken away by the watchdog. */
    HUNG,
    /** The bundle that drove the robot was stopped, and no other offers its choice. */
    ROBOT_GONE
}
