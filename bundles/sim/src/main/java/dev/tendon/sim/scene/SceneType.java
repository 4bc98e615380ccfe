/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim.scene;

import org.osgi.annotation.versioning.ConsumerType;

/** A kind of scene, as a service: what {@code sim:?scene=NAME} puts around an arm. Thread: any. */
@ConsumerType
public interface SceneType {
    /** The name: letters, digits, {@code _} and {@code -}. */
    String name();

    /**
     * A scene for an arm that has just been opened.
     *
     * @param low the lower ends of the joints' calibrated ranges, in radians from their middle
     * @param high the upper ends
     */
    Scene create(double[] low, double[] high);
}
