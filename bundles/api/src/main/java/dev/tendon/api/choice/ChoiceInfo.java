/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.choice;

import java.util.List;

/**
 * A choice, as listed.
 *
 * @param registry the registry's name: {@code robot}, {@code teleoperator}, …
 * @param name the choice's name
 * @param aliases other names that select it
 * @param bundle symbolic name of the bundle that offers it
 * @param version the bundle's version
 * @param description one line
 */
public record ChoiceInfo(
        String registry, String name, List<String> aliases, String bundle, String version, String description) {
    public ChoiceInfo {
        aliases = List.copyOf(aliases);
    }
}
