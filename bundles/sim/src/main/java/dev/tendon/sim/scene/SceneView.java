/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim.scene;

import java.nio.ByteBuffer;
import org.osgi.annotation.versioning.ConsumerType;

/** A look at a scene, of one size. Thread: one call at a time. */
@ConsumerType
@FunctionalInterface
public interface SceneView {
    /**
     * Draws the scene as it is now.
     *
     * @param pixels red, green, blue, from the top left, row by row; written by absolute position
     */
    void draw(ByteBuffer pixels);
}
