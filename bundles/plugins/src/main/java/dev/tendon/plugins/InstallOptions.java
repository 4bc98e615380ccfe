/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins;

/**
 * How to install.
 *
 * @param allowDowngrade whether a version lower than the present one is taken
 * @param requireSigned whether only jars are taken that somebody in the trust store signed; {@link dev.tendon.plugins.trust.Trust#required}
 *     may demand it anyway
 */
public record InstallOptions(boolean allowDowngrade, boolean requireSigned) {
    /** Nothing out of the ordinary. */
    public static final InstallOptions DEFAULT = new InstallOptions(false, false);

    /** Signed or not, unless the home folder demands it. */
    public InstallOptions(boolean allowDowngrade) {
        this(allowDowngrade, false);
    }
}
