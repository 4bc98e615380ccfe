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
 * <p>First {@code next.prepare()}, off the control thread, while the old one goes on. Then the exchange, in the control thread:
 * {@code old.handOver()}, the host moves the leases, {@code next.adopt(…)}. If that fails, the leases move back and {@code
 * old.adopt(…)} is called, in the same tick.
 */
@ConsumerType
public interface Adoptable {
    /**
     * Gets ready to go on in another instance's place: may read files and compute for as long as it takes, but touches no
     * device and takes no lease. Called by the host, once, before the exchange and never from the control thread; what it
     * leaves is seen by {@link #adopt}. Not called where {@code connect} is. Does nothing unless overridden.
     *
     * @throws DeviceException where it could not work in the other's place; the other one stays then, and this one is closed
     */
    default void prepare() throws DeviceException {}

    /**
     * Stops using the device as it is: no torque change, no EEPROM write, no I/O at all. Afterwards only {@link #adopt} (the
     * exchange failed) or {@code close} (which then touches no hardware) is called.
     */
    HandOver handOver();

    /**
     * Goes on where another instance stopped, instead of {@code connect} and after {@link #prepare}: no I/O that a tick has no room for, no torque change, no
     * EEPROM write.
     *
     * @throws DeviceException where the state or the leases do not fit; nothing was changed then
     */
    void adopt(HandOver from) throws DeviceException;
}
