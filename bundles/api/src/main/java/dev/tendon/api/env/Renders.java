/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.env;

import java.nio.ByteBuffer;
import org.osgi.annotation.versioning.ConsumerType;

/** An {@link Env} that people can look at, beside what is observed: for videos. Thread: the environment's. */
@ConsumerType
public interface Renders {
    /** Width of the picture in pixels; even, constant. */
    int renderWidth();

    /** Its height; even, constant. */
    int renderHeight();

    /**
     * Draws how things stand now.
     *
     * @param rgb red, green, blue, from the top left, row by row; a direct buffer, written by absolute position
     */
    void render(ByteBuffer rgb);
}
