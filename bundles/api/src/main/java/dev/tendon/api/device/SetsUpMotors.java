/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.device;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A robot or teleoperator whose motors are given their ids and baud rate one at a time: {@code tendon setup-motors}. A second
 * interface of the device, used instead of {@code connect}: created, set up, closed. Thread: the caller's.
 */
@ConsumerType
public interface SetsUpMotors {
    /**
     * Walks the person through connecting one motor after the other by the {@linkplain DeviceContext#dialog dialog}; finds each
     * at any baud rate and id, checks its model and writes id and baud rate. May be started again after a failure half-way:
     * motors that are set up already are recognised.
     *
     * @throws DeviceException where a motor does not answer, is of another model, or more than one is connected
     * @throws dev.tendon.api.option.ConfigException where nobody can answer the dialog
     */
    void setUpMotors() throws DeviceException;
}
