/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim.scene;

import org.osgi.annotation.versioning.ConsumerType;

/** Where an arm's joints are to be when. Immutable. Thread: any. */
@ConsumerType
public interface Motion {
    /** How long it takes. */
    double lengthS();

    /**
     * The pose wanted at a time; the first before the beginning, the last after the end. Allocates nothing.
     *
     * @param seconds since the beginning
     * @param pose to be filled, as {@link Scene} says
     */
    void at(double seconds, double[] pose);
}
