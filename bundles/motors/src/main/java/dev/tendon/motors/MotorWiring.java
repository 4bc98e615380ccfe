/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

import dev.tendon.api.device.DeviceException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Finding and naming motors, as setting them up needs it. Thread: its driver's. Fails as {@link MotorBus}.
 */
@ConsumerType
public interface MotorWiring extends MotorBus {
    /** Asks who is there at the present speed; may take a second. */
    BusSurvey survey() throws DeviceException;

    /** Changes the speed of the port, in bits per second. */
    void portBaudRate(int baudRate) throws DeviceException;

    /** Gives the motor another id, for good. It answers to the new one from now on. */
    void writeId(int id, int newId) throws DeviceException;

    /** Gives the motor another speed, for good; the port keeps its own. The motor answers at the new one from now on. */
    void writeBaudRate(int id, int baudRate) throws DeviceException;

    /** Closes the motor's lasting memory. */
    void lock(int id) throws DeviceException;
}
