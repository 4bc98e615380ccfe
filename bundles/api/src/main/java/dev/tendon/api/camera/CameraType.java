/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.camera;

import dev.tendon.api.choice.ChoiceType;
import dev.tendon.api.device.DeviceContext;
import org.osgi.annotation.versioning.ConsumerType;

/** A kind of camera: a choice of {@code type} in {@code --robot.cameras}. Thread: any. */
@ConsumerType
public interface CameraType<C extends Record> extends ChoiceType<C> {
    /**
     * Makes a camera, without any I/O.
     *
     * @throws dev.tendon.api.option.ConfigException where the options do not make sense together
     */
    Camera create(C config, DeviceContext context);
}
