/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.device;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A device that can hand its work to another version of itself between two ticks, with the hardware open and moving. A second
 * interface of a robot, teleoperator or camera; one that lacks it is replaced only while nothing runs.
 *
 * <p>The exchange, in the control thread: {@code old.handOver()}, the host moves the leases, {@code next.adopt(…)}. If that
 * fails, the leases move back and {@code old.adopt(…)} is called, in the same tick.
 */
@ConsumerType
public interface Adoptable {
    /**
     * Stops using the device as it is: no torque change, no EEPROM write, no I/O at all. Afterwards only {@link #adopt} (the
     * exchange failed) or {@code close} (which then touches no hardware) is called.
     */
    HandOver handOver();

    /**
     * Goes on where another instance stopped, instead of {@code connect}: no I/O that a tick has no room for, no torque change, no
     * EEPROM write.
     *
     * @throws DeviceException where the state or the leases do not fit; nothing was changed then
     */
    void adopt(HandOver from) throws DeviceException;
}
