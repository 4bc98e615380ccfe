/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config;

import dev.tendon.api.choice.Choice;
import dev.tendon.api.choice.ChoiceInfo;
import dev.tendon.api.choice.ChoiceType;
import dev.tendon.config.internal.choice.Claim;
import dev.tendon.config.internal.choice.Claims;
import java.util.List;
import java.util.Optional;

/**
 * The choices that the bundles of a folder offer, read from their component XML: for {@code --help} without a framework.
 * Creates no component. Thread: any.
 */
public final class JarChoices implements ChoiceCatalog {
    private final Claims<DeclaredComponent> claims = new Claims<>();
    private final ClassLoader loader;

    /**
     * The choices among {@code components}.
     *
     * @param components what {@link ComponentJars#read} found; where two bundles claim one name, the first has it
     * @param loader a class loader over the same jars
     */
    public JarChoices(List<DeclaredComponent> components, ClassLoader loader) {
        this.loader = loader;
        long order = 0;
        for (DeclaredComponent component : components) {
            List<String> names = component.strings(Choice.PROPERTY);
            if (!names.isEmpty()) {
                order++;
                Claim claim = new Claim(
                        Claim.registries(component.provides()),
                        names,
                        Claim.description(component.properties()),
                        component.bundle(),
                        component.version(),
                        order,
                        order);
                claims.add(claim, component);
            }
        }
    }

    @Override
    public List<ChoiceInfo> list() {
        return claims.list();
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException where the choice's class cannot be loaded, or does not say which record it takes
     */
    @Override
    public Optional<ChoiceEntry> find(String registry, String nameOrAlias) {
        return claims.find(registry, nameOrAlias)
                .map(granted -> new ChoiceEntry(granted.info(), configType(granted.target())));
    }

    @Override
    public List<RefusedChoice> refused() {
        return claims.refused();
    }

    private Class<? extends Record> configType(DeclaredComponent component) {
        try {
            return component
                    .typeArgument(ChoiceType.class, loader)
                    .orElseThrow(
                            () -> new IllegalStateException(
                                    component.implementation() + " of " + component.bundle()
                                            + " does not say which record it takes: it must implement a registry's interface with one"))
                    .asSubclass(Record.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    component.bundle() + " lacks " + component.implementation() + ", which its description names", e);
        }
    }
}
