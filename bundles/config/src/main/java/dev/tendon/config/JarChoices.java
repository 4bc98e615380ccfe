/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config;

import dev.tendon.api.choice.ChoiceInfo;
import java.util.List;
import java.util.Optional;

/**
 * The choices that the bundles of a folder offer, read from their component XML: for {@code --help} without a framework.
 * Creates no component. Thread: any.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class JarChoices implements ChoiceCatalog {
    private final ClassLoader loader;

    /**
     * The choices among {@code components}.
     *
     * @param components what {@link ComponentJars#read} found
     * @param loader a class loader over the same jars
     */
    public JarChoices(List<DeclaredComponent> components, ClassLoader loader) {
        this.loader = loader;
    }

    @Override
    public List<ChoiceInfo> list() {
        throw new UnsupportedOperationException(loader.toString());
    }

    @Override
    public Optional<ChoiceEntry> find(String registry, String nameOrAlias) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<RefusedChoice> refused() {
        throw new UnsupportedOperationException();
    }
}
