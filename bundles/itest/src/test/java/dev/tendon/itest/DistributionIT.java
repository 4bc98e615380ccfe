/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What lies in the distribution beside code: licences and notices; and that its archives depend on nothing but the sources. */
class DistributionIT {
    private static final Instant BUILD_TIME = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void carriesLicenceAndNotice() {
        assertThat(TendonHost.distribution().resolve("LICENSE")).content().contains("Apache License");
        assertThat(TendonHost.distribution().resolve("NOTICE")).content().contains("the Tendon authors");
    }

    @Test
    void namesEveryThirdPartyJarWithItsLicence() throws IOException {
        Path licenses = TendonHost.distribution().resolve("licenses");
        List<String> notices = Files.readAllLines(licenses.resolve("THIRD-PARTY.md"));
        assertThat(thirdPartyJars()).isNotEmpty().allSatisfy(jar -> assertThat(notices)
                .as("a row for %s with a licence text that is there", jar)
                .anySatisfy(line -> {
                    assertThat(line).startsWith("| `" + jar + "` |");
                    String text = line.replaceAll(".*\\(([^)]+)\\) \\|$", "$1");
                    assertThat(licenses.resolve(text)).exists();
                }));
    }

    @Test
    void archivesCarryTheFixedBuildTimeAndNoTraceOfTheMachine() throws IOException {
        for (Path jar : jars().filter(DistributionIT::isOurs).toList()) {
            try (JarFile file = new JarFile(jar.toFile())) {
                assertThat(file.stream())
                        .as("time stamps in %s", jar.getFileName())
                        .allSatisfy(entry -> assertThat(entry.getTimeLocal().toString())
                                .startsWith(BUILD_TIME.toString().substring(0, 10)));
                assertThat(file.getManifest().getMainAttributes().keySet().stream()
                                .map(Object::toString))
                        .as("headers of %s", jar.getFileName())
                        .doesNotContain("Bnd-LastModified", "Built-By", "Build-Jdk", "Tool");
            }
        }
    }

    private static List<String> thirdPartyJars() throws IOException {
        return jars().filter(jar -> !isOurs(jar))
                .map(jar -> jar.getFileName().toString())
                .sorted()
                .toList();
    }

    private static Stream<Path> jars() throws IOException {
        return Stream.concat(
                Files.list(TendonHost.distribution().resolve("bundles")),
                Files.list(TendonHost.distribution().resolve("lib")));
    }

    private static boolean isOurs(Path jar) {
        return jar.getFileName().toString().startsWith("dev.tendon.");
    }
}
