/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.time;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * The one source of time of a session: real, or simulated and then as fast as the work allows.
 *
 * <p>Monotonic. Wall time exists only where something is named by date. Thread: any.
 */
@ConsumerType
public interface Clock {
    /** Nanoseconds since an arbitrary origin, fixed for this clock; never goes back. */
    long nanoTime();

    /**
     * Returns no earlier than {@code deadlineNs}, a value of {@link #nanoTime()}; at once where that is past. Allocates
     * nothing.
     *
     * @throws InterruptedException when the calling thread is interrupted before or while it waits
     */
    void sleepUntil(long deadlineNs) throws InterruptedException;
}
