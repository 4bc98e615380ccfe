/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Makes bundles of a class or two, in a moment. */
public final class TinyBundle {
    private final Manifest manifest = new Manifest();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private TinyBundle(String symbolicName, String version) {
        header("Manifest-Version", "1.0");
        header("Bundle-ManifestVersion", "2");
        header("Bundle-SymbolicName", symbolicName);
        header("Bundle-Version", version);
    }

    public static TinyBundle named(String symbolicName, String version) {
        return new TinyBundle(symbolicName, version);
    }

    public TinyBundle header(String name, String value) {
        manifest.getMainAttributes().put(new Attributes.Name(name), value);
        return this;
    }

    public TinyBundle entry(String name, String text) {
        entries.put(name, text.getBytes(UTF_8));
        return this;
    }

    /** Adds a class, and those inside it, as they were compiled. */
    public TinyBundle with(Class<?> type) {
        String name = type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
            entries.put(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Class<?> inner : type.getDeclaredClasses()) {
            with(inner);
        }
        return this;
    }

    public TinyBundle activator(Class<?> type) {
        return with(type).header("Bundle-Activator", type.getName()).imports("org.osgi.framework");
    }

    public TinyBundle imports(String clauses) {
        String present = manifest.getMainAttributes().getValue("Import-Package");
        return header("Import-Package", present == null ? clauses : present + "," + clauses);
    }

    /** A component that provides a {@code ChoiceType}. */
    public TinyBundle choiceComponent(Class<?> type, String choice, String more) {
        return with(type)
                .imports("dev.tendon.api.choice")
                .header("Service-Component", "OSGI-INF/" + type.getSimpleName() + ".xml")
                .entry(
                        "OSGI-INF/" + type.getSimpleName() + ".xml",
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="%s">
                          <property name="tendon.choice" type="String" value="%s"/>
                          <service><provide interface="dev.tendon.api.choice.ChoiceType"/></service>
                          %s
                          <implementation class="%s"/>
                        </scr:component>
                        """
                                .formatted(type.getName(), choice, more, type.getName()));
    }

    public Path writeTo(Path file) {
        try {
            Files.createDirectories(file.getParent());
            try (OutputStream out = Files.newOutputStream(file);
                    JarOutputStream jar = new JarOutputStream(out, manifest)) {
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    jar.putNextEntry(new JarEntry(entry.getKey()));
                    jar.write(entry.getValue());
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
