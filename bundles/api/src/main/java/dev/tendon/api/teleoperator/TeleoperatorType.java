/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.teleoperator;

import dev.tendon.api.choice.ChoiceType;
import dev.tendon.api.device.DeviceContext;
import org.osgi.annotation.versioning.ConsumerType;

/** A kind of teleoperator: a choice of {@code --teleop.type}. Thread: any. */
@ConsumerType
public interface TeleoperatorType<C extends Record> extends ChoiceType<C> {
    /**
     * Makes a teleoperator, without any I/O.
     *
     * @throws dev.tendon.api.option.ConfigException where the options do not make sense together
     */
    Teleoperator create(C config, DeviceContext context);
}
