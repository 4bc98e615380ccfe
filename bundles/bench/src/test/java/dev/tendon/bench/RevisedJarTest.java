/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisedJarTest {
    @TempDir
    private Path folder;

    @Test
    void changesTheVersionAndNothingElse() throws Exception {
        Path jar = folder.resolve("a.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "a");
        manifest.getMainAttributes().putValue("Bundle-Version", "1.2.3.old");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new JarEntry("a/A.class"));
            out.write(new byte[] {1, 2, 3});
        }

        Path copy = folder.resolve("b.jar");
        assertThat(RevisedJar.write(jar, copy, "r7")).isEqualTo("1.2.3.r7");

        try (JarFile revised = new JarFile(copy.toFile())) {
            Attributes main = revised.getManifest().getMainAttributes();
            assertThat(main.getValue("Bundle-Version")).isEqualTo("1.2.3.r7");
            assertThat(main.getValue("Bundle-SymbolicName")).isEqualTo("a");
            assertThat(revised.getInputStream(revised.getEntry("a/A.class")).readAllBytes())
                    .containsExactly(1, 2, 3);
        }
    }
}
