/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.repository.internal;

import dev.tendon.plugins.repository.internal.Entry.Capability;
import dev.tendon.plugins.repository.internal.Entry.Requirement;
import dev.tendon.plugins.store.BundleJar;
import dev.tendon.plugins.store.DurableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** Reads from a bundle's manifest what an index says of it (OSGi Core 8, chapters 3 and 8). */
final class JarEntries {
    private static final Pattern INTERFACE = Pattern.compile("<provide\\s+interface=\"([A-Za-z0-9_.$]*Type)\"");
    private static final Pattern CHOICE =
            Pattern.compile("<property name=\"tendon\\.choice\"[^>]*?(?:value=\"([^\"]*)\"|>([^<]*)<)");

    private final Attributes headers;
    private final List<Capability> capabilities = new ArrayList<>();
    private final List<Requirement> requirements = new ArrayList<>();

    private JarEntries(Attributes headers) {
        this.headers = headers;
    }

    /**
     * Reads a jar.
     *
     * @param url what the index is to say where it is
     * @throws dev.tendon.plugins.store.NotABundleException where it is no bundle
     */
    static Entry read(Path jar, String url) throws IOException {
        BundleJar bundle = BundleJar.read(jar);
        try (JarFile file = new JarFile(jar.toFile())) {
            Attributes headers = file.getManifest().getMainAttributes();
            JarEntries entries = new JarEntries(headers);
            entries.gather(bundle);
            entries.choices(file);
            return new Entry(
                    bundle.symbolicName(),
                    Version.parseVersion(bundle.version().toString()),
                    text(headers, "Bundle-Description", text(headers, "Bundle-Name", "")),
                    url,
                    Files.size(jar),
                    DurableFiles.sha256(jar),
                    entries.capabilities,
                    entries.requirements);
        } catch (IllegalArgumentException e) {
            throw new dev.tendon.plugins.store.NotABundleException(
                    jar.getFileName() + " has a header that is not understood: " + e.getMessage(), e);
        }
    }

    private static String text(Attributes headers, String name, String fallback) {
        String value = headers.getValue(name);
        return value == null ? fallback : value;
    }

    private void gather(BundleJar bundle) {
        Version version = Version.parseVersion(bundle.version().toString());
        boolean fragment = bundle.fragment();
        if (!fragment) {
            offer("osgi.wiring.bundle", Map.of("osgi.wiring.bundle", bundle.symbolicName(), "bundle-version", version));
            offer("osgi.wiring.host", Map.of("osgi.wiring.host", bundle.symbolicName(), "bundle-version", version));
        }
        for (Clause clause : Clause.parse(headers.getValue("Export-Package"))) {
            for (String name : clause.paths()) {
                Map<String, Object> attributes = new LinkedHashMap<>();
                attributes.put("osgi.wiring.package", name);
                attributes.put(
                        "version",
                        Version.parseVersion(clause.parameter("version").orElse("0")));
                attributes.put("bundle-symbolic-name", bundle.symbolicName());
                attributes.put("bundle-version", version);
                offer("osgi.wiring.package", attributes);
            }
        }
        need("Import-Package", "osgi.wiring.package", "version");
        need("Require-Bundle", "osgi.wiring.bundle", "bundle-version");
        need("Fragment-Host", "osgi.wiring.host", "bundle-version");
        for (Clause clause : Clause.parse(headers.getValue("Provide-Capability"))) {
            clause.paths().forEach(namespace -> offer(namespace, typed(clause)));
        }
        for (Clause clause : Clause.parse(headers.getValue("Require-Capability"))) {
            clause.paths().forEach(namespace -> requirements.add(new Requirement(namespace, directives(clause))));
        }
    }

    private void offer(String namespace, Map<String, Object> attributes) {
        capabilities.add(new Capability(namespace, attributes));
    }

    private void need(String header, String namespace, String versionAttribute) {
        for (Clause clause : Clause.parse(headers.getValue(header))) {
            for (String name : clause.paths()) {
                Map<String, String> directives = new LinkedHashMap<>();
                String wanted = "(" + namespace + "=" + name + ")";
                directives.put(
                        "filter",
                        clause.parameter(versionAttribute)
                                .map(range ->
                                        "(&" + wanted + new VersionRange(range).toFilterString(versionAttribute) + ")")
                                .orElse(wanted));
                clause.parameter("resolution:").ifPresent(value -> directives.put("resolution", value));
                requirements.add(new Requirement(namespace, directives));
            }
        }
    }

    private static Map<String, String> directives(Clause clause) {
        Map<String, String> directives = new LinkedHashMap<>();
        clause.parameters().forEach((name, value) -> {
            if (name.endsWith(":")) {
                directives.put(name.substring(0, name.length() - 1), value);
            }
        });
        return directives;
    }

    private static Map<String, Object> typed(Clause clause) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        clause.parameters().forEach((name, value) -> {
            if (!name.endsWith(":")) {
                int colon = name.indexOf(':');
                attributes.put(
                        colon < 0 ? name : name.substring(0, colon),
                        value(colon < 0 ? "String" : name.substring(colon + 1), value));
            }
        });
        return attributes;
    }

    /** A value of one of the types that the specifications have. */
    static Object value(String type, String text) {
        return switch (type) {
            case "Version" -> Version.parseVersion(text);
            case "Long" -> Long.valueOf(text.strip());
            case "Double" -> Double.valueOf(text.strip());
            case "String" -> text;
            default -> {
                if (!type.startsWith("List")) {
                    throw new IllegalArgumentException("there is no type " + type);
                }
                yield Arrays.stream(text.split(",", -1)).map(String::strip).toList();
            }
        };
    }

    /** The choices, from the files of Declarative Services; no class is loaded. */
    private void choices(JarFile file) throws IOException {
        List<ZipEntry> components = file.stream()
                .filter(entry -> entry.getName().matches("OSGI-INF/[^/]*\\.xml"))
                .map(entry -> (ZipEntry) entry)
                .toList();
        for (ZipEntry component : components) {
            String xml = new String(file.getInputStream(component).readAllBytes(), StandardCharsets.UTF_8);
            Matcher registry = INTERFACE.matcher(xml);
            Matcher choice = CHOICE.matcher(xml);
            if (registry.find() && choice.find()) {
                String type = registry.group(1);
                String names = choice.group(1) == null ? choice.group(2) : choice.group(1);
                for (String name : names.strip().split("\\s+", -1)) {
                    Map<String, Object> attributes = new LinkedHashMap<>();
                    attributes.put(Entry.CHOICE, name);
                    attributes.put(
                            "registry",
                            type.substring(type.lastIndexOf('.') + 1, type.length() - 4)
                                    .toLowerCase(Locale.ROOT));
                    offer(Entry.CHOICE, attributes);
                }
            }
        }
    }
}
