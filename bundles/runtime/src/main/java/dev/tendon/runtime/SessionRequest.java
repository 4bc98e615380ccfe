/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.device.Dialog;
import dev.tendon.api.robot.RobotType;

/**
 * What a session is made of.
 *
 * @param name names threads and messages: {@code left}
 * @param robot the robot and its options
 * @param drive what moves it
 * @param loop how fast, and how long
 * @param dialog the person at the desk
 * @param listener is told what happens
 * @param tapTicks how many ticks {@link Session#tap} has room for; 0: there is none
 */
public record SessionRequest(
        String name,
        Chosen<RobotType<?>> robot,
        Drive drive,
        LoopSettings loop,
        Dialog dialog,
        SessionListener listener,
        int tapTicks) {
    public SessionRequest {
        if (tapTicks < 0) {
            throw new IllegalArgumentException("A tap has no room for " + tapTicks + " ticks");
        }
    }

    /** Without a tap. */
    public SessionRequest(
            String name,
            Chosen<RobotType<?>> robot,
            Drive drive,
            LoopSettings loop,
            Dialog dialog,
            SessionListener listener) {
        this(name, robot, drive, loop, dialog, listener, 0);
    }

    /** The same, with a tap that has room for {@code ticks}. */
    public SessionRequest tapped(int ticks) {
        return new SessionRequest(name, robot, drive, loop, dialog, listener, ticks);
    }
}
