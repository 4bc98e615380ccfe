/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A bundle's jar, as its manifest describes it.
 *
 * @param path where it lies
 * @param symbolicName without directives
 * @param fragment whether it only adds to another bundle and is not started
 * @param singleton whether only one version of it can be in a framework
 * @param nativeCode whether its manifest declares native code
 */
public record BundleJar(
        Path path,
        String symbolicName,
        BundleVersion version,
        boolean fragment,
        boolean singleton,
        boolean nativeCode) {
    /**
     * Reads a jar's manifest.
     *
     * @throws NotABundleException if it is none
     */
    public static BundleJar read(Path path) throws IOException {
        return read(path, String.valueOf(path.getFileName()));
    }

    /** As {@link #read(Path)}, but messages call the file by another name. */
    public static BundleJar read(Path path, String file) throws IOException {
        try (JarFile jar = new JarFile(path.toFile(), false, ZipFile.OPEN_READ)) {
            Manifest manifest = jar.getManifest();
            if (manifest == null) {
                throw new NotABundleException(file + " is no bundle: it has no META-INF/MANIFEST.MF.");
            }
            return of(path, file, manifest.getMainAttributes());
        } catch (NoSuchFileException e) {
            throw new NotABundleException("There is no file " + path + ".", e);
        } catch (ZipException e) {
            throw new NotABundleException(file + " is no bundle: it is not a jar file (" + e.getMessage() + ").", e);
        }
    }

    private static BundleJar of(Path path, String file, Attributes headers) throws NotABundleException {
        String name = headers.getValue("Bundle-SymbolicName");
        if (name == null || name.isBlank()) {
            throw new NotABundleException(file + " is no bundle: its manifest has no Bundle-SymbolicName."
                    + " A plain library is to be wrapped as a bundle first, or embedded in the bundle that needs it.");
        }
        String[] clauses = name.split(";");
        String symbolicName = clauses[0].strip();
        if (!symbolicName.matches("[A-Za-z0-9_.-]+")) {
            throw new NotABundleException(
                    file + " is no bundle: its Bundle-SymbolicName \"" + symbolicName + "\" is not a name.");
        }
        String version = headers.getValue("Bundle-Version");
        try {
            return new BundleJar(
                    path,
                    symbolicName,
                    BundleVersion.parse(version == null ? "0" : version),
                    headers.getValue("Fragment-Host") != null,
                    singleton(clauses),
                    headers.getValue("Bundle-NativeCode") != null);
        } catch (IllegalArgumentException e) {
            throw new NotABundleException(file + " is no bundle: its Bundle-Version " + e.getMessage() + ".", e);
        }
    }

    private static boolean singleton(String[] clauses) {
        for (String clause : clauses) {
            if (clause.replaceAll("[\\s\"]", "").equals("singleton:=true")) {
                return true;
            }
        }
        return false;
    }

    /** Every {@code *.jar} of a folder, by file name. */
    public static List<Path> jarsIn(Path folder) throws IOException {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
            files.forEach(jars::add);
        }
        jars.sort(null);
        return jars;
    }

    /** Every bundle of a folder, by file name. */
    public static List<BundleJar> bundlesIn(Path folder) throws IOException {
        List<BundleJar> bundles = new ArrayList<>();
        for (Path jar : jarsIn(folder)) {
            bundles.add(read(jar));
        }
        return bundles;
    }
}
