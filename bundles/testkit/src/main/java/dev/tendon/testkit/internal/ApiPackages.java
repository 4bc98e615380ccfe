/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** The packages that Tendon offers, with their versions. */
public final class ApiPackages {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private ApiPackages() {}

    /** Those of the jar, or class folder, that {@code type} comes from. */
    public static Map<String, String> of(Class<?> type) throws IOException {
        String path = type.getName().replace('.', '/') + ".class";
        URL itself = type.getClassLoader().getResource(path);
        if (itself == null) {
            throw new IOException("There is no " + path);
        }
        String root = itself.toString().substring(0, itself.toString().length() - path.length());
        try (InputStream in = java.net.URI.create(root + MANIFEST).toURL().openStream()) {
            return exports(new Manifest(in).getMainAttributes());
        }
    }

    /** What a manifest exports. */
    static Map<String, String> exports(Attributes headers) {
        Map<String, String> packages = new TreeMap<>();
        for (Clause clause : Clause.parse(headers.getValue("Export-Package"))) {
            clause.paths()
                    .forEach(name ->
                            packages.put(name, clause.parameter("version").orElse("0")));
        }
        return packages;
    }
}
