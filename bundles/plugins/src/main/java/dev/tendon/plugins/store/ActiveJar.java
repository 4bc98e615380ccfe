/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.store;

import java.nio.file.Path;

/**
 * A jar that a host runs.
 *
 * @param fromStore whether it lies in the store, or in the distribution
 */
public record ActiveJar(String symbolicName, BundleVersion version, Path jar, boolean fromStore) {
    /** Where a framework installs it from: the jar is read in place, and its path tells its content. */
    public String location() {
        return location(jar);
    }

    /** The location of any jar. */
    public static String location(Path jar) {
        return "reference:" + jar.toUri();
    }
}
