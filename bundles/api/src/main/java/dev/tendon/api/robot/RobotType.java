/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.robot;

import dev.tendon.api.choice.ChoiceType;
import dev.tendon.api.device.DeviceContext;
import org.osgi.annotation.versioning.ConsumerType;

/** A kind of robot: a choice of {@code --robot.type}. Thread: any. */
@ConsumerType
public interface RobotType<C extends Record> extends ChoiceType<C> {
    /**
     * Makes a robot, without any I/O.
     *
     * @throws dev.tendon.api.option.ConfigException where the options do not make sense together
     */
    Robot create(C config, DeviceContext context);
}
