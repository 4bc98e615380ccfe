/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.sim;

/** What a simulated camera sees. */
public enum View {
    /** A test pattern with the picture's number in it; see {@link TestPattern}. */
    PATTERN,
    /** The simulated arm on a port, from the side. */
    ARM,
    /** What stands around the simulated arm on a port, with the arm in it: the scene of {@code sim:?scene=NAME}. */
    SCENE
}
