/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

/** Order of the colours in a picture; LeRobot's names. */
public enum ColorMode {
    /** Red first. */
    RGB,
    /** Blue first. */
    BGR
}
