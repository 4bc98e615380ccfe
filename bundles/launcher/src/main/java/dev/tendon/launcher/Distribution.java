/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Properties;
import java.util.Set;

/**
 * The read-only folder that Tendon was installed to.
 *
 * @param folder has {@code bin}, {@code lib} and {@code bundles} in it
 * @param onDemand symbolic names that are installed, but not started
 */
record Distribution(Path folder, Set<String> onDemand) {
    /** Names the folder where the launcher's jar does not lie in it. */
    static final String PROPERTY = "tendon.distribution";

    static final String ON_DEMAND = "tendon.on_demand";

    /**
     * Finds it by {@value #PROPERTY}, or from where the launcher's jar lies: in its {@code lib}.
     *
     * @throws LaunchException if there are no bundles
     */
    static Distribution find() throws LaunchException {
        String property = System.getProperty(PROPERTY);
        Path folder = (property == null ? ownFolder() : Path.of(property))
                .toAbsolutePath()
                .normalize();
        if (!Files.isDirectory(folder.resolve("bundles"))) {
            throw new LaunchException(
                    "There is no Tendon in " + folder + ": it has no folder \"bundles\". Run bin/tendon of"
                            + " an unpacked distribution, or name its folder: -D" + PROPERTY + "=FOLDER");
        }
        return new Distribution(folder, onDemand(folder.resolve("distribution.properties")));
    }

    private static Path ownFolder() throws LaunchException {
        try {
            Path jar = Path.of(Distribution.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path lib = jar.getParent();
            if (lib != null && lib.getParent() != null) {
                return lib.getParent();
            }
            throw new LaunchException(
                    "The launcher does not lie in the folder \"lib\" of a distribution, but in " + jar);
        } catch (URISyntaxException e) {
            throw new LaunchException("The launcher's own place is no file: " + e.getInput());
        }
    }

    private static Set<String> onDemand(Path file) throws LaunchException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        } catch (NoSuchFileException e) {
            return Set.of();
        } catch (IOException e) {
            throw new LaunchException(file + " cannot be read: " + e.getMessage());
        }
        Set<String> names = new LinkedHashSet<>();
        for (String name : properties.getProperty(ON_DEMAND, "").split(",", -1)) {
            if (!name.isBlank()) {
                names.add(name.strip());
            }
        }
        return names;
    }

    Path bundles() {
        return folder.resolve("bundles");
    }

    /** A value that the build left in the launcher. */
    static String built(String key) {
        Properties properties = new Properties();
        try (InputStream in = Distribution.class.getResourceAsStream("launcher.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty(key, "");
    }

    static String version() {
        return built("version");
    }
}
