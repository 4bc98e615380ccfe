/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.internal;

import dev.tendon.plugins.PluginException;
import dev.tendon.plugins.PluginException.Kind;
import dev.tendon.plugins.store.BundleJar;
import dev.tendon.plugins.store.NotABundleException;
import dev.tendon.plugins.store.StoreFiles;
import dev.tendon.plugins.store.StoreLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Copies of the jars that somebody wants to install, so that what is tried is what is committed, whatever happens to the
 * originals meanwhile. Thread: its creator's, who holds the store's lock.
 */
final class Staging {
    private final StoreLayout layout;
    private final StoreFiles files;
    private final List<StagedJar> jars = new ArrayList<>();

    Staging(StoreLayout layout, StoreFiles files) {
        this.layout = layout;
        this.files = files;
    }

    /** A copy, and what it was called. */
    record StagedJar(BundleJar bundle, String sha256, String fileName) {}

    /**
     * Copies bundles.
     *
     * @param jarsOrFolders jar files, and folders of jars
     * @throws PluginException if one is no bundle, or two are the same bundle
     */
    List<StagedJar> take(List<Path> jarsOrFolders) throws PluginException, IOException {
        List<Path> originals = new ArrayList<>();
        for (Path path : jarsOrFolders) {
            originals.addAll(jarsAt(path));
        }
        Map<String, StagedJar> byName = new LinkedHashMap<>();
        for (Path original : originals) {
            StagedJar jar = copy(original);
            StagedJar other = byName.putIfAbsent(jar.bundle().symbolicName(), jar);
            if (other != null && !other.sha256().equals(jar.sha256())) {
                throw new PluginException(
                        Kind.REFUSED,
                        "Both " + other.fileName() + " and " + jar.fileName() + " are the bundle "
                                + jar.bundle().symbolicName() + "; give one of them.");
            }
        }
        return List.copyOf(byName.values());
    }

    /** The bundles as they lie there, without a copy. */
    static List<BundleJar> bundlesAt(List<Path> jarsOrFolders) throws PluginException, IOException {
        List<BundleJar> bundles = new ArrayList<>();
        for (Path path : jarsOrFolders) {
            for (Path jar : jarsAt(path)) {
                try {
                    bundles.add(BundleJar.read(jar));
                } catch (NotABundleException e) {
                    throw new PluginException(Kind.NO_BUNDLE, String.valueOf(e.getMessage()), e);
                }
            }
        }
        return bundles;
    }

    private static List<Path> jarsAt(Path path) throws PluginException, IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        List<Path> jars = BundleJar.jarsIn(path);
        if (jars.isEmpty()) {
            throw new PluginException(Kind.NO_BUNDLE, "The folder " + path + " has no *.jar in it.");
        }
        return jars;
    }

    private StagedJar copy(Path original) throws PluginException, IOException {
        String fileName = String.valueOf(original.getFileName());
        try {
            BundleJar.read(original); // before anything is copied that is no bundle
            files.createFolders(layout.temporary());
            Path copy = layout.temporary().resolve(jars.size() + ".jar");
            String sha256 = files.copy(original, copy);
            files.sync(copy);
            StagedJar jar = new StagedJar(BundleJar.read(copy, fileName), sha256, fileName);
            jars.add(jar);
            return jar;
        } catch (NotABundleException e) {
            throw new PluginException(Kind.NO_BUNDLE, String.valueOf(e.getMessage()), e);
        }
    }

    /** Gives the copies that the store does not have yet their final names, by content. */
    void keep(List<StagedJar> kept) throws IOException {
        if (kept.isEmpty()) {
            return;
        }
        files.createFolders(layout.jars());
        for (StagedJar jar : kept) {
            Path file = layout.jar(jar.sha256());
            if (!Files.exists(file)) {
                files.rename(jar.bundle().path(), file);
            }
        }
        files.syncFolder(layout.jars());
        files.syncFolder(layout.root());
    }

    /** Deletes the copies that were not kept. */
    void discard() throws IOException {
        for (StagedJar jar : jars) {
            files.delete(jar.bundle().path());
        }
        jars.clear();
    }
}
