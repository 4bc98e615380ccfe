/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lays a generation over a distribution. */
public final class Overlay {
    private Overlay() {}

    /**
     * What a host runs: each bundle of the distribution, unless it is disabled or the store has that symbolic name in the
     * same or a higher version, or pinned; and each enabled plugin of the store that is not superseded in this way.
     *
     * @return by jar, the distribution's first
     */
    public static List<ActiveJar> of(List<BundleJar> distribution, Generation generation, StoreLayout layout) {
        Set<String> overlaid = new HashSet<>(generation.disabled());
        List<ActiveJar> plugins = new ArrayList<>();
        Map<String, BundleVersion> highest = highest(distribution);
        for (Generation.Plugin plugin : generation.plugins()) {
            if (!generation.disabled().contains(plugin.symbolicName()) && !supersedes(highest, plugin)) {
                overlaid.add(plugin.symbolicName());
                plugins.add(new ActiveJar(plugin.symbolicName(), plugin.version(), layout.jar(plugin.sha256()), true));
            }
        }
        List<ActiveJar> active = new ArrayList<>();
        for (BundleJar bundle : distribution) {
            if (!overlaid.contains(bundle.symbolicName())) {
                active.add(new ActiveJar(bundle.symbolicName(), bundle.version(), bundle.path(), false));
            }
        }
        active.addAll(plugins);
        return active;
    }

    /** Whether the distribution's own version is used instead of a plugin, after an upgrade of the host. */
    public static boolean superseded(List<BundleJar> distribution, Generation.Plugin plugin) {
        return supersedes(highest(distribution), plugin);
    }

    private static boolean supersedes(Map<String, BundleVersion> highest, Generation.Plugin plugin) {
        BundleVersion distributed = highest.get(plugin.symbolicName());
        return !plugin.pinned() && distributed != null && distributed.compareTo(plugin.version()) > 0;
    }

    private static Map<String, BundleVersion> highest(List<BundleJar> distribution) {
        Map<String, BundleVersion> highest = new HashMap<>();
        for (BundleJar bundle : distribution) {
            highest.merge(
                    bundle.symbolicName(),
                    bundle.version(),
                    (a, b) -> Comparator.<BundleVersion>naturalOrder().compare(a, b) >= 0 ? a : b);
        }
        return highest;
    }
}
