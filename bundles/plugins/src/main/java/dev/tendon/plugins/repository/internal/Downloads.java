/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.repository.internal;

import dev.tendon.plugins.PluginException;
import dev.tendon.plugins.PluginException.Kind;
import dev.tendon.plugins.repository.internal.Needs.Located;
import dev.tendon.plugins.store.DurableFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Jars that were downloaded, by their SHA-256. What is there once is taken from there; delete the folder to free its room. Thread: any.
 */
final class Downloads {
    private final Path folder;
    private final DurableFiles files = new DurableFiles();

    Downloads(Path folder) {
        this.folder = folder;
    }

    /**
     * The jar of an index's entry: from here, else from its repository or one of its mirrors.
     *
     * @throws PluginException where it is not what the index says
     */
    Path get(Located located) throws PluginException, IOException, InterruptedException {
        Entry entry = located.entry();
        Path file = folder.resolve(entry.sha256()).resolve(entry.symbolicName() + "-" + entry.version() + ".jar");
        if (Files.exists(file) && DurableFiles.sha256(file).equals(entry.sha256())) {
            return file;
        }
        List<String> failures = new ArrayList<>();
        for (Place place : located.repository().places()) {
            java.net.URI jar = place.resolve(entry);
            try {
                return fetch(jar, entry, file);
            } catch (IOException e) {
                failures.add(jar + " (" + Opened.reason(e) + ")");
            }
        }
        throw new IOException(entry.symbolicName() + " " + entry.version() + " cannot be downloaded: "
                + String.join(", ", failures) + ".");
    }

    private Path fetch(java.net.URI jar, Entry entry, Path file)
            throws IOException, PluginException, InterruptedException {
        files.createFolders(file.getParent());
        Path aside = file.resolveSibling("." + ProcessHandle.current().pid() + ".tmp");
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long size;
            try (OutputStream out = Files.newOutputStream(aside);
                    DigestOutputStream digesting = new DigestOutputStream(out, digest)) {
                size = Place.fetch(jar, entry.size(), digesting);
            }
            if (size != entry.size()) {
                throw new PluginException(
                        Kind.REFUSED,
                        jar + " is not what the index says: it has " + (size > entry.size() ? "more than " : "")
                                + Math.min(size, entry.size()) + " bytes, not " + entry.size()
                                + ". Nothing was installed; tell whoever keeps the repository "
                                + "and do not use the file.");
            }
            String sha256 = HexFormat.of().formatHex(digest.digest());
            if (!sha256.equals(entry.sha256())) {
                throw new PluginException(
                        Kind.REFUSED,
                        jar + " is not what the index says: its SHA-256 is " + sha256 + ", not " + entry.sha256()
                                + ". Nothing was installed; tell whoever keeps the repository and do not use the file.");
            }
            files.sync(aside);
            files.rename(aside, file);
            return file;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } finally {
            files.delete(aside);
        }
    }
}
