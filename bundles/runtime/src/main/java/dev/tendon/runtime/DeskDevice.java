/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime;

import dev.tendon.api.device.DeviceException;
import org.osgi.annotation.versioning.ProviderType;

/** A device outside of any session. Thread: its creator's, except {@link #close}, which any thread may call. */
@ProviderType
public interface DeskDevice<D> extends AutoCloseable {
    /** The device in messages: {@code so101_follower "left"}. */
    String label();

    /** The device. Not to be called but to ask what else it is; its work is for {@link #use}. */
    D device();

    /**
     * Lets the device work, on a thread of its own, for as long as that takes. An interrupt is passed on; a device that does not
     * obey it soon loses its ports, by the rule that its driver left for that case: for servos, that the torque is off.
     *
     * @param verb what it does, for the thread's name: {@code calibrate}
     * @return what the work returned
     * @throws DeviceException what the work threw; unchecked exceptions too are passed on
     * @throws InterruptedException when interrupted; the work has ended then
     */
    <T> T use(String verb, Work<T> work) throws DeviceException, InterruptedException;

    /** Closes the device and takes back whatever it still holds. Idempotent; what goes wrong is logged. */
    @Override
    void close();

    /** What a device is to do. */
    @FunctionalInterface
    interface Work<T> {
        /** Does it. */
        T run() throws DeviceException;
    }
}
