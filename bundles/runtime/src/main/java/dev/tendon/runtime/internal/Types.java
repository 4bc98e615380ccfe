/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.option.ConfigException;
import java.util.List;
import java.util.Optional;

/** The choices on offer. Thread: any. */
interface Types {
    /** All of a kind, the best of each name first. */
    List<TypeHandle> all(Kind kind);

    /** The one that a new session is given for {@code name}, which may be an alias. */
    default Optional<TypeHandle> best(Kind kind, String name) {
        return all(kind).stream().filter(h -> h.names().contains(name)).findFirst();
    }

    /**
     * As {@link #best}.
     *
     * @throws ConfigException where there is none; it says which there are
     */
    default TypeHandle find(Kind kind, String name) {
        return best(kind, name)
                .orElseThrow(() -> new ConfigException("There is no " + kind.word() + " \"" + name + "\". Installed: "
                        + String.join(
                                ", ",
                                all(kind).stream()
                                        .map(h -> h.names().get(0))
                                        .distinct()
                                        .sorted()
                                        .toList())));
    }

    /** What one bundle offers for {@code name}. */
    default Optional<TypeHandle> of(Kind kind, String name, long bundleId) {
        return all(kind).stream()
                .filter(h -> h.bundleId() == bundleId && h.names().contains(name))
                .findFirst();
    }
}
