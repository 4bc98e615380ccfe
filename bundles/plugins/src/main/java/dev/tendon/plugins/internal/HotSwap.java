/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.internal;

import dev.tendon.plugins.store.BundleJar;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/** Whether a bundle may be exchanged in a running host, and why not. */
final class HotSwap {
    private static final List<String> LIBRARY_ENDINGS = List.of(".so", ".dll", ".dylib", ".jnilib");

    private HotSwap() {}

    /** What in a jar itself forbids it. */
    static Optional<String> obstacle(BundleJar jar) throws IOException {
        if (jar.fragment()) {
            return Optional.of("it is a fragment, which joins its host bundle only when that is loaded");
        }
        if (jar.singleton()) {
            return Optional.of("it is declared singleton:=true, so two versions cannot run side by side");
        }
        if (jar.nativeCode()) {
            return Optional.of("it has native code, which a process can load only once");
        }
        try (JarFile file = new JarFile(jar.path().toFile(), false)) {
            return file.stream()
                    .map(ZipEntry::getName)
                    .filter(HotSwap::isLibrary)
                    .findFirst()
                    .map(name -> "it has native code (" + name + "), which a process can load only once");
        }
    }

    private static boolean isLibrary(String entry) {
        String name = entry.toLowerCase(Locale.ROOT);
        return LIBRARY_ENDINGS.stream().anyMatch(name::endsWith) || name.contains(".so.");
    }

    /** What in a bundle's wiring forbids it: others would have to be restarted. */
    static Optional<String> obstacle(Bundle bundle) {
        TreeSet<String> users = new TreeSet<>();
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        BundleWiring wiring = revision == null ? null : revision.getWiring();
        List<BundleWire> wires = wiring == null ? null : wiring.getProvidedWires(null);
        if (wires != null) {
            for (BundleWire wire : wires) {
                Bundle user = wire.getRequirer().getBundle();
                if (isClassSpace(wire) && !user.equals(bundle)) {
                    users.add(user.getSymbolicName());
                }
            }
        }
        return users.isEmpty()
                ? Optional.empty()
                : Optional.of("others use its classes and would have to stop with it: " + String.join(", ", users));
    }

    private static boolean isClassSpace(BundleWire wire) {
        return wire.getCapability().getNamespace().startsWith("osgi.wiring.");
    }
}
