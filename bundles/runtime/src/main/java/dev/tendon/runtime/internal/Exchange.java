/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.swap.SwapRefusedException;

/** Something to be done between two ticks, by the control thread. */
interface Exchange {
    /** The watch's stage meanwhile: whose code is called. */
    int stage();

    /**
     * Tries to do it; waits for nothing.
     *
     * @param running whether ticks run, or the session only waits for its start
     * @return false to be called again after the next tick
     * @throws SwapRefusedException where it failed and all is as before
     * @throws DeviceException where it failed and the session cannot go on
     */
    boolean attempt(boolean running) throws SwapRefusedException, DeviceException;

    /** The one who asked does not wait any more: all is to be as before. */
    default void withdraw() {}
}
