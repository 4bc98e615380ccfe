/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.itest;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.cleanCaches;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.junitBundles;
import static org.ops4j.pax.exam.CoreOptions.systemPackages;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.ops4j.pax.exam.Option;

/** The distribution that the build has just made, as Pax Exam options and as a folder. The one place that knows where it is. */
final class TendonHost {
    private TendonHost() {}

    /** The distribution's folder. */
    static Path distribution() {
        return Path.of(System.getProperty("itest.distribution")).normalize();
    }

    /** The root of the source tree. */
    static Path sources() {
        return Path.of(System.getProperty("itest.sources")).normalize();
    }

    /** The bundles of the distribution. */
    static List<Path> bundles() {
        try (Stream<Path> jars = Files.list(distribution().resolve("bundles"))) {
            return jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException("No distribution; build run-configs first", e);
        }
    }

    /** The distribution's jar of a bundle. */
    static Path bundleJar(String symbolicName) {
        return bundles().stream()
                .filter(jar -> jar.getFileName().toString().startsWith(symbolicName + "-"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No " + symbolicName + " in " + distribution()));
    }

    /** The whole host in a container but for what starts on demand, with a home of its own; an unresolved bundle fails the run. */
    static Option options(Path home) {
        List<Option> options = new ArrayList<>();
        options.add(systemProperty("pax.exam.osgi.unresolved.fail").value("true"));
        options.add(cleanCaches(true));
        // As the launcher does it; the container's own logging bundle has an older SLF4J.
        options.add(systemPackages(
                "org.slf4j;version=2.0.18",
                "org.slf4j.event;version=2.0.18",
                "org.slf4j.helpers;version=2.0.18",
                "org.slf4j.spi;version=2.0.18"));
        options.add(frameworkProperty("tendon.home").value(home.toString()));
        options.add(
                frameworkProperty("tendon.distribution").value(distribution().toString()));
        options.add(frameworkProperty("tendon.version").value("itest"));
        options.add(frameworkProperty("tendon.generation").value("0"));
        options.add(frameworkProperty("org.osgi.framework.bsnversion").value("multiple"));
        Set<String> onDemand = onDemand();
        for (Path jar : bundles()) {
            String name = jar.getFileName().toString();
            if (onDemand.stream().noneMatch(symbolicName -> name.startsWith(symbolicName + "-"))) {
                options.add(bundle("reference:" + jar.toUri()));
            }
        }
        options.add(junitBundles());
        return composite(options.toArray(Option[]::new));
    }

    /** An empty folder of that name below {@code target}. */
    static Path freshFolder(String name) {
        Path folder = Path.of("target", name).toAbsolutePath();
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> onDemand() {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(distribution().resolve("distribution.properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new IllegalStateException("No distribution; build run-configs first", e);
        }
        return Set.of(properties.getProperty("tendon.on_demand", "").split("\\s*,\\s*"));
    }
}
