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
 */
public record SessionRequest(
        String name,
        Chosen<RobotType<?>> robot,
        Drive drive,
        LoopSettings loop,
        Dialog dialog,
        SessionListener listener) {}
