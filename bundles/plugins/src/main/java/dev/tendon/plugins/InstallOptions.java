/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins;

/**
 * How to install.
 *
 * @param allowDowngrade whether a version lower than the present one is taken
 */
public record InstallOptions(boolean allowDowngrade) {
    /** Nothing out of the ordinary. */
    public static final InstallOptions DEFAULT = new InstallOptions(false);
}
