/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.itest;

import dev.tendon.itest.toys.ThrowingActivator;
import dev.tendon.itest.toys.ToyPolicyType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Bundles as vendors might make them, good and bad, made on the spot. */
final class ToyJars {
    static final String TOY = "com.example.toy";
    static final String RIVAL = "com.example.rival";
    static final String BROKEN = "com.example.broken";
    static final String LONELY = "com.example.lonely";
    private static final String TOYS = "dev/tendon/itest/toys/";

    private ToyJars() {}

    /** A policy with the choice {@code toy}, whose imports of the api accept {@code range}. */
    static Path policy(Path jar, String version, String range) throws IOException {
        return policy(jar, TOY, version, range);
    }

    /** The same policy in a bundle of any name. */
    static Path policy(Path jar, String symbolicName, String version, String range) throws IOException {
        Map<String, String> headers = headers(symbolicName, version);
        headers.put("Service-Component", "OSGI-INF/toy.xml");
        headers.put("Import-Package", imports(range, "policy", "choice", "feature", "frame", "option"));
        Map<String, byte[]> files = new LinkedHashMap<>();
        String xml =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="toy">
                  <implementation class="%s"/>
                  <service><provide interface="dev.tendon.api.policy.PolicyType"/></service>
                  <property name="tendon.choice" type="String">toy</property>
                </scr:component>
                """
                        .formatted(ToyPolicyType.class.getName());
        files.put("OSGI-INF/toy.xml", xml.getBytes(StandardCharsets.UTF_8));
        for (String name : new String[] {"ToyConfig", "ToyPolicyType", "ToyPolicyType$1"}) {
            files.put(TOYS + name + ".class", bytes(name));
        }
        return write(jar, headers, files);
    }

    /** A bundle whose activator throws. */
    static Path broken(Path jar) throws IOException {
        Map<String, String> headers = headers(BROKEN, "1.0.0");
        headers.put("Bundle-Activator", ThrowingActivator.class.getName());
        headers.put("Import-Package", "org.osgi.framework");
        return write(jar, headers, Map.of(TOYS + "ThrowingActivator.class", bytes("ThrowingActivator")));
    }

    /** A bundle that needs a package which nobody has. */
    static Path lonely(Path jar) throws IOException {
        Map<String, String> headers = headers(LONELY, "1.0.0");
        headers.put("Import-Package", "com.example.nowhere;version=\"[3,4)\"");
        return write(jar, headers, Map.of());
    }

    private static String imports(String range, String... packages) {
        StringBuilder imports = new StringBuilder();
        for (String name : packages) {
            imports.append(imports.isEmpty() ? "" : ",")
                    .append("dev.tendon.api.")
                    .append(name)
                    .append(";version=\"")
                    .append(range)
                    .append('"');
        }
        return imports.toString();
    }

    private static Map<String, String> headers(String symbolicName, String version) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Bundle-ManifestVersion", "2");
        headers.put("Bundle-SymbolicName", symbolicName);
        headers.put("Bundle-Version", version);
        return headers;
    }

    private static Path write(Path jar, Map<String, String> headers, Map<String, byte[]> files) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach(manifest.getMainAttributes()::putValue);
        Files.createDirectories(jar.toAbsolutePath().getParent());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return jar;
    }

    private static byte[] bytes(String toy) throws IOException {
        try (InputStream in = ToyJars.class.getResourceAsStream("toys/" + toy + ".class")) {
            return in.readAllBytes();
        }
    }
}
