/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.sim;

import java.nio.ByteBuffer;

/** Draws pictures of one size. Thread: one at a time. */
interface Scene {
    /**
     * Draws all of a picture.
     *
     * @param pixels red, green, blue, from the top left, row by row
     * @param number the picture's number, from 0
     */
    void draw(ByteBuffer pixels, long number);
}
