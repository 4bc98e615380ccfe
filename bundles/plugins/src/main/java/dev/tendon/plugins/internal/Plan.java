/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.internal;

import dev.tendon.plugins.Change;
import dev.tendon.plugins.internal.Staging.StagedJar;
import dev.tendon.plugins.store.ActiveJar;
import dev.tendon.plugins.store.Generation;
import dev.tendon.plugins.store.Overlay;
import dev.tendon.plugins.store.StoreLayout;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A change of the store that is thought out, but not tried.
 *
 * @param next the generation that it leads to; has the old one's number if nothing changes
 * @param items what it does
 * @param staged jars that the store has to take
 * @param notes sentences for the user
 */
record Plan(Generation next, List<Change.Item> items, List<StagedJar> staged, List<String> notes) {
    static Plan nothing(Generation old, List<String> notes) {
        return new Plan(old, List.of(), List.of(), notes);
    }

    /** Symbolic names of what changes. */
    Set<String> changed() {
        Set<String> names = new LinkedHashSet<>();
        items.forEach(item -> names.add(item.symbolicName()));
        return names;
    }

    /** What a host would run, with staged jars where they lie now. */
    List<ActiveJar> active(Baseline baseline, StoreLayout layout) {
        Map<Path, Path> copies = new HashMap<>();
        for (StagedJar jar : staged) {
            copies.put(layout.jar(jar.sha256()), jar.bundle().path());
        }
        return Overlay.of(baseline.bundles(), next, layout).stream()
                .map(jar -> new ActiveJar(
                        jar.symbolicName(), jar.version(), copies.getOrDefault(jar.jar(), jar.jar()), jar.fromStore()))
                .toList();
    }
}
