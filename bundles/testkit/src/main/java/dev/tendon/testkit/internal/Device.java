/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.internal;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.feature.Features;
import java.util.List;

/** What robots, teleoperators and cameras have in common, as the checks see it. Threads as the device's. */
interface Device extends AutoCloseable {
    /** What it says of itself; at each call the same. */
    List<Features> features();

    void connect() throws DeviceException;

    /** What a loop does with it in one tick. */
    void tick() throws Exception;

    @Override
    void close();

    /** Makes one; {@code options} are plain data. */
    @FunctionalInterface
    interface Maker<D extends Device> {
        D make(java.util.Map<String, Object> options, Desk desk);
    }
}
