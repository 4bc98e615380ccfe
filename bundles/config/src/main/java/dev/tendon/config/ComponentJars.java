/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config;

import dev.tendon.config.internal.choice.ComponentXml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * Reads the Declarative Services components that bundles declare ({@code Service-Component} in the manifest), without a
 * framework and without loading a class. Thread: any.
 */
public final class ComponentJars {
    private ComponentJars() {}

    /**
     * The components of the given jars, in order. A jar that is no bundle has none.
     *
     * @throws IOException where a jar cannot be read; the message names it
     */
    public static List<DeclaredComponent> read(List<Path> jars) throws IOException {
        List<DeclaredComponent> components = new ArrayList<>();
        for (Path jar : jars) {
            try (JarFile file = new JarFile(jar.toFile(), false)) {
                components.addAll(components(file));
            } catch (IOException e) {
                throw new IOException(jar + " cannot be read: " + e.getMessage(), e);
            }
        }
        return components;
    }

    private static List<DeclaredComponent> components(JarFile jar) throws IOException {
        Manifest manifest = jar.getManifest();
        Attributes headers = manifest == null ? new Attributes() : manifest.getMainAttributes();
        String declared = headers.getValue("Service-Component");
        String name = headers.getValue("Bundle-SymbolicName");
        if (declared == null || name == null) {
            return List.of();
        }
        List<DeclaredComponent> components = new ArrayList<>();
        String bundle = withoutDirectives(name);
        String version = headers.getValue("Bundle-Version");
        for (String path : declared.split(",", -1)) {
            ZipEntry entry = jar.getEntry(withoutDirectives(path));
            if (entry != null) {
                try (InputStream xml = jar.getInputStream(entry)) {
                    components.addAll(ComponentXml.read(xml, bundle, version == null ? "0.0.0" : version.strip()));
                }
            }
        }
        return components;
    }

    private static String withoutDirectives(String header) {
        int semicolon = header.indexOf(';');
        return (semicolon < 0 ? header : header.substring(0, semicolon)).strip();
    }
}
