/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config;

import dev.tendon.config.internal.choice.TypeArguments;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A component as its bundle's XML declares it.
 *
 * @param bundle symbolic name of its bundle
 * @param version the bundle's version
 * @param implementation name of the implementation class
 * @param provides names of the interfaces of its service
 * @param properties its service properties: String, number, Boolean, or a List of one of these
 */
public record DeclaredComponent(
        String bundle, String version, String implementation, List<String> provides, Map<String, Object> properties) {
    public DeclaredComponent {
        provides = List.copyOf(provides);
        properties = Map.copyOf(properties);
    }

    /** A property's values as strings; empty where it is not set. */
    public List<String> strings(String property) {
        Object value = properties.get(property);
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }

    /**
     * What the implementation class gives for the first type parameter of {@code generic}, directly or through its
     * supertypes: for {@code class Replay implements Verb<ReplayOptions>} and {@code Verb} the class {@code ReplayOptions}.
     * The class is loaded, not initialised.
     *
     * @throws ClassNotFoundException where {@code loader} has no such class
     */
    public Optional<Class<?>> typeArgument(Class<?> generic, ClassLoader loader) throws ClassNotFoundException {
        return TypeArguments.first(Class.forName(implementation, false, loader), generic);
    }
}
