/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.device.Dialog;
import dev.tendon.api.robot.Robot;
import dev.tendon.api.robot.RobotType;
import dev.tendon.api.teleoperator.Teleoperator;
import dev.tendon.api.teleoperator.TeleoperatorType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes devices outside of sessions, for what a person does with one at the desk: calibration, motor set-up. A service of this
 * bundle. Thread: any.
 *
 * <p>The methods throw {@link dev.tendon.api.option.ConfigException} for an unknown choice and for options that do not fit. Nothing
 * is opened yet; a robot's cameras are not made.
 */
@ProviderType
public interface Devices {
    /**
     * Makes a robot.
     *
     * @param name names it in messages, beside its choice: {@code left}
     */
    DeskDevice<Robot> robot(Chosen<RobotType<?>> chosen, String name, Dialog dialog);

    /** Makes a teleoperator; the rest as for a robot. */
    DeskDevice<Teleoperator> teleoperator(Chosen<TeleoperatorType<?>> chosen, String name, Dialog dialog);
}
