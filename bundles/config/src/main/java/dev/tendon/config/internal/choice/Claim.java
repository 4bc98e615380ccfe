/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config.internal.choice;

import dev.tendon.api.choice.Choice;
import dev.tendon.config.internal.shape.RecordShape;
import java.util.List;
import java.util.Map;

/**
 * A component that wants names in registries.
 *
 * @param registries names of the registries
 * @param names the choice's name and aliases
 * @param description one line
 * @param bundle symbolic name
 * @param version the bundle's
 * @param bundleOrder larger: installed later
 * @param order smaller: came first
 */
public record Claim(
        List<String> registries,
        List<String> names,
        String description,
        String bundle,
        String version,
        long bundleOrder,
        long order) {
    public Claim {
        registries = List.copyOf(registries);
        names = List.copyOf(names);
    }

    /** Those of the interfaces that are registries, by name: what ends in {@code Type}. */
    public static List<String> registries(List<String> interfaces) {
        return interfaces.stream()
                .filter(name -> name.endsWith("Type"))
                .map(RecordShape::registry)
                .toList();
    }

    /** The description among service properties. */
    public static String description(Map<String, ?> properties) {
        return properties.get(Choice.DESCRIPTION_PROPERTY) instanceof String text ? text : "";
    }
}
