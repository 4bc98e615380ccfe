/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads the Declarative Services components that bundles declare ({@code Service-Component} in the manifest), without a
 * framework and without loading a class. Thread: any.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class ComponentJars {
    private ComponentJars() {}

    /**
     * The components of the given jars, in order. A jar that is no bundle has none.
     *
     * @throws IOException where a jar cannot be read; the message names it
     */
    public static List<DeclaredComponent> read(List<Path> jars) throws IOException {
        throw new UnsupportedOperationException(jars.toString());
    }
}
