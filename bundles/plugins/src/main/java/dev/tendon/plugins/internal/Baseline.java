/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.internal;

import dev.tendon.plugins.store.ActiveJar;
import dev.tendon.plugins.store.BundleJar;
import dev.tendon.plugins.store.StoreLayout;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/**
 * The bundles that the store is laid over: those of the distribution's folder, or, in a host that was assembled without
 * one, those that run and do not lie in the store.
 *
 * @param bundles by jar
 * @param onDemand symbolic names that are installed, but started only when somebody asks
 */
record Baseline(List<BundleJar> bundles, Set<String> onDemand) {
    private static final String REFERENCE = "reference:";

    static Baseline of(BundleContext context, StoreLayout layout) throws IOException {
        String distribution = context.getProperty("tendon.distribution");
        List<BundleJar> bundles = distribution == null
                ? running(context, layout)
                : BundleJar.bundlesIn(Path.of(distribution).resolve("bundles"));
        return new Baseline(bundles, onDemand(context));
    }

    private static List<BundleJar> running(BundleContext context, StoreLayout layout) throws IOException {
        List<BundleJar> bundles = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            Optional<Path> jar = jar(bundle);
            if (bundle.getBundleId() != Constants.SYSTEM_BUNDLE_ID
                    && bundle.getSymbolicName() != null
                    && jar.isPresent()
                    && !jar.get().startsWith(layout.root())) {
                bundles.add(BundleJar.read(jar.get()));
            }
        }
        return bundles;
    }

    private static Set<String> onDemand(BundleContext context) {
        Set<String> names = new LinkedHashSet<>();
        String property = context.getProperty("tendon.on_demand");
        if (property != null) {
            for (String name : property.split(",", -1)) {
                names.add(name.strip());
            }
        }
        return names;
    }

    /** The jar that a bundle is read from in place; empty if it was copied from elsewhere. */
    static Optional<Path> jar(Bundle bundle) {
        String location = bundle.getLocation();
        String uri = location.startsWith(REFERENCE) ? location.substring(REFERENCE.length()) : location;
        if (!uri.startsWith("file:")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(URI.create(uri)).toAbsolutePath().normalize());
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }

    /** The distribution's bundle of that symbolic name, the highest version if there are several. */
    Optional<BundleJar> find(String symbolicName) {
        return bundles.stream()
                .filter(bundle -> bundle.symbolicName().equals(symbolicName))
                .max((a, b) -> a.version().compareTo(b.version()));
    }

    /** Whether a host starts this bundle by itself. */
    boolean starts(ActiveJar jar) {
        return !onDemand.contains(jar.symbolicName());
    }
}
