/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.itest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** What the manifest of one bundle says. */
record BundleHeaders(String symbolicName, Set<String> imports, Set<String> exports, String dynamicImports) {
    static BundleHeaders of(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Attributes main = file.getManifest().getMainAttributes();
            return new BundleHeaders(
                    main.getValue("Bundle-SymbolicName").replaceAll(";.*", ""),
                    packages(main.getValue("Import-Package")),
                    packages(main.getValue("Export-Package")),
                    main.getValue("DynamicImport-Package") == null ? "" : main.getValue("DynamicImport-Package"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Package names of a header: its clauses, without attributes, directives and what stands in quotes. */
    private static Set<String> packages(String header) {
        Set<String> names = new TreeSet<>();
        if (header != null) {
            for (String clause : header.replaceAll("\"[^\"]*\"", "").split(",")) {
                for (String part : clause.split(";")) {
                    if (!part.contains("=")) {
                        names.add(part.strip());
                    }
                }
            }
        }
        return names;
    }
}
