/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A copy of a bundle under another version: the same code as a new release, which the store and the framework take for one. */
public final class RevisedJar {
    private RevisedJar() {}

    /**
     * Writes {@code jar} to {@code copy} with another {@code Bundle-Version}.
     *
     * @param qualifier the version's fourth part; later in the alphabet is a higher version
     * @return the whole version
     */
    public static String write(Path jar, Path copy, String qualifier) throws IOException {
        try (JarFile from = new JarFile(jar.toFile())) {
            Manifest manifest = new Manifest(from.getManifest());
            Attributes main = manifest.getMainAttributes();
            String version =
                    main.getValue("Bundle-Version").replaceAll("^(\\d+\\.\\d+\\.\\d+).*", "$1") + "." + qualifier;
            main.putValue("Bundle-Version", version);
            try (OutputStream file = Files.newOutputStream(copy);
                    JarOutputStream to = new JarOutputStream(file, manifest)) {
                for (Enumeration<JarEntry> entries = from.entries(); entries.hasMoreElements(); ) {
                    JarEntry entry = entries.nextElement();
                    if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        to.putNextEntry(new JarEntry(entry.getName()));
                        from.getInputStream(entry).transferTo(to);
                        to.closeEntry();
                    }
                }
            }
            return version;
        }
    }
}
