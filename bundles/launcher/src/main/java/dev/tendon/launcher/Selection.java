/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.launcher;

import dev.tendon.plugins.store.ActiveJar;
import dev.tendon.plugins.store.BundleJar;
import dev.tendon.plugins.store.DurableFiles;
import dev.tendon.plugins.store.Generation;
import dev.tendon.plugins.store.Generations;
import dev.tendon.plugins.store.Lease;
import dev.tendon.plugins.store.Overlay;
import dev.tendon.plugins.store.StoreLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which jars this process runs: the distribution's, overlaid with the store's generation.
 *
 * @param generation the store's generation; 0 if there is none
 * @param distribution jars of the distribution
 * @param plugins jars of the store
 * @param overlaid the distribution's jars that plugins stand in for, by symbolic name
 * @param lease keeps the plugins' jars from being collected; null if there is no store
 */
record Selection(
        long generation,
        List<Path> distribution,
        List<ActiveJar> plugins,
        Map<String, Path> overlaid,
        @Nullable Lease lease)
        implements AutoCloseable {

    /**
     * Reads the store. One that cannot be read is named, and the distribution runs alone: a damaged store must not
     * keep a robot from being stopped.
     */
    static Selection of(Distribution distribution, Home home, Consumer<String> warn) throws IOException {
        StoreLayout layout = StoreLayout.of(home.folder());
        Generations generations = new Generations(layout, new DurableFiles());
        Lease lease = null;
        try {
            if (generations.number() > 0) {
                lease = lease(layout, warn); // before the generation is read
                return overlay(distribution, layout, generations.read(), lease);
            }
        } catch (IOException e) {
            warn.accept(e.getMessage() == null ? "The plugin store cannot be read: " + e : e.getMessage());
        }
        return new Selection(0, BundleJar.jarsIn(distribution.bundles()), List.of(), Map.of(), lease);
    }

    private static @Nullable Lease lease(StoreLayout layout, Consumer<String> warn) {
        try {
            return Lease.take(layout, "boot");
        } catch (IOException e) {
            warn.accept("The plugin store cannot be written to (" + e + "); do not change plugins while this runs.");
            return null;
        }
    }

    private static Selection overlay(
            Distribution distribution, StoreLayout layout, Generation generation, @Nullable Lease lease)
            throws IOException {
        List<BundleJar> bundles = BundleJar.bundlesIn(distribution.bundles());
        List<Path> distributed = new ArrayList<>();
        List<ActiveJar> plugins = new ArrayList<>();
        Map<String, Path> overlaid = new HashMap<>();
        for (ActiveJar jar : Overlay.of(bundles, generation, layout)) {
            if (jar.fromStore()) {
                plugins.add(jar);
            } else {
                distributed.add(jar.jar());
            }
        }
        for (BundleJar bundle : bundles) {
            if (plugins.stream().anyMatch(plugin -> plugin.symbolicName().equals(bundle.symbolicName()))) {
                overlaid.put(bundle.symbolicName(), bundle.path());
            }
        }
        if (lease != null) {
            lease.narrow(plugins.stream().map(Selection::sha256).toList());
        }
        return new Selection(generation.number(), distributed, plugins, overlaid, lease);
    }

    /** The content hash that a plugin's jar is named by. */
    static String sha256(ActiveJar plugin) {
        return plugin.jar().getFileName().toString().replaceFirst("\\.jar$", "");
    }

    /** Every jar. */
    List<Path> jars() {
        List<Path> jars = new ArrayList<>(distribution);
        plugins.forEach(plugin -> jars.add(plugin.jar()));
        return jars;
    }

    @Override
    public void close() {
        if (lease != null) {
            lease.close();
        }
    }
}
