/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.testkit.Check;
import dev.tendon.testkit.Finding;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jars that break one rule each. */
class JarChecksTest {
    private static final Map<String, String> HOST =
            Map.of("dev.tendon.api.robot", "0.1.0", "dev.tendon.api.choice", "1.2.0");
    private static final String COMPONENT =
            "<scr:component><implementation class=\"acme.arm.ArmType\"/></scr:component>";

    @TempDir
    private Path folder;

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<String> entries = new ArrayList<>();

    private List<String> failed() throws Exception {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "acme.arm");
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue(
                "Import-Package", "dev.tendon.api.robot;version=\"[0.1,1)\",dev.tendon.api.choice;version=\"[1.1,2)\"");
        headers.forEach((name, value) -> {
            if (value.isEmpty()) {
                main.remove(new Attributes.Name(name));
            } else {
                main.putValue(name, value);
            }
        });
        Path jar = folder.resolve("arm.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out, manifest)) {
            zip.putNextEntry(new JarEntry("OSGI-INF/arm.xml"));
            zip.write(COMPONENT.getBytes(UTF_8));
            for (String entry : entries) {
                zip.putNextEntry(new JarEntry(entry));
            }
        }
        List<String> failed = new ArrayList<>();
        for (Check check : JarChecks.of(jar, HOST)) {
            Finding finding = check.run();
            if (!finding.conforms()) {
                failed.add(finding.check() + ": " + finding.text());
            }
        }
        return failed;
    }

    @Test
    void aPlainBundlePasses() throws Exception {
        entries.add("acme/arm/ArmType.class");
        assertThat(failed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Bundle-SymbolicName    |                                              | manifest: It has no Bundle-SymbolicName
            Bundle-Version         | 0.0.0                                        | manifest: It has no Bundle-Version
            Import-Package         | dev.tendon.api.robot                         | imports: It imports dev.tendon.api.robot in version 0, also after the next break
            Import-Package         | dev.tendon.api.robot;version="[0.2,1)"       | imports: It imports dev.tendon.api.robot in version [0.2,1), and Tendon offers 0.1.0
            Import-Package         | dev.tendon.api.choice;version="[1.1,3)"      | imports: It imports dev.tendon.api.choice in version [1.1,3), also after the next break
            Import-Package         | dev.tendon.runtime.internal;version="[0,1)"  | imports: It imports dev.tendon.runtime.internal, which Tendon does not offer
            DynamicImport-Package  | *                                            | imports: It has a DynamicImport-Package
            Require-Bundle         | dev.tendon.api                               | imports: It requires the bundle
            Export-Package         | acme.arm;version=1.0                         | exports: It exports acme.arm, where its component acme.arm.ArmType is
            Export-Package         | acme.arm.internal                            | exports: It exports acme.arm.internal
            Export-Package         | dev.tendon.api.robot;version=0.1             | exports: It exports dev.tendon.api.robot, which Tendon offers
            Bundle-NativeCode      | lib/x.so;osname=Linux                        | natives: It has native code
            """)
    void aHeaderThatBreaksARuleIsToldByItsOwnCheck(String header, String value, String problem) throws Exception {
        headers.put(header, value == null ? "" : value);
        assertThat(failed()).singleElement().asString().startsWith(problem.strip());
    }

    @ParameterizedTest
    @CsvSource({"lib/libarm.so, natives", "arm.dll, natives", "dev/tendon/api/robot/Robot.class, embedded"})
    void whatDoesNotBelongIntoADriverIsTold(String entry, String check) throws Exception {
        entries.add(entry);
        assertThat(failed()).singleElement().asString().startsWith(check + ": ");
    }
}
