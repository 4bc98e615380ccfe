/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.trust.internal;

import dev.tendon.plugins.PluginException;
import dev.tendon.plugins.PluginException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;

/** Who signed all of a jar. */
final class JarSignature {
    private JarSignature() {}

    /**
     * Reads every entry.
     *
     * @return those who signed each of them; at least one
     * @throws PluginException where nobody did, or it was changed afterwards
     */
    static Set<CodeSigner> of(Path path, String name) throws PluginException, IOException {
        try (JarFile jar = new JarFile(path.toFile(), true, ZipFile.OPEN_READ)) {
            Manifest manifest = jar.getManifest();
            List<JarEntry> entries = Collections.list(jar.entries());
            Set<CodeSigner> common = new LinkedHashSet<>();
            List<String> unsigned = new ArrayList<>();
            boolean first = true;
            for (JarEntry entry : entries) {
                if (!entry.isDirectory() && !belongsToSignature(entry.getName())) {
                    readAll(jar, entry);
                    CodeSigner[] signers = entry.getCodeSigners();
                    if (signers == null) {
                        unsigned.add(entry.getName());
                    } else if (first) {
                        common.addAll(Arrays.asList(signers));
                        first = false;
                    } else {
                        common.retainAll(Arrays.asList(signers));
                    }
                }
            }
            refuse(name, entries, unsigned, common);
            for (String listed :
                    manifest == null ? Set.<String>of() : manifest.getEntries().keySet()) {
                if (jar.getEntry(listed) == null) {
                    throw changed(name, listed + " was taken out");
                }
            }
            return common;
        } catch (SecurityException e) {
            throw changed(name, String.valueOf(e.getMessage()));
        }
    }

    private static void refuse(String name, List<JarEntry> entries, List<String> unsigned, Set<CodeSigner> common)
            throws PluginException {
        boolean any = entries.stream().anyMatch(entry -> entry.getName().matches("(?i)META-INF/[^/]+\\.SF"));
        if (!any) {
            throw new PluginException(
                    Kind.REFUSED,
                    name
                            + " is not signed, and only signed plugins are taken. Ask its vendor for a signed one, or take unsigned ones"
                            + " again: without --require_signed, and tendon plugins trust require false");
        } else if (!unsigned.isEmpty()) {
            throw new PluginException(
                    Kind.REFUSED,
                    name + " is signed only in part: " + unsigned.get(0)
                            + (unsigned.size() > 1 ? " and " + (unsigned.size() - 1) + " more are not." : " is not.")
                            + " Somebody may have added it; do not use the file, and tell its vendor.");
        } else if (common.isEmpty()) {
            throw new PluginException(
                    Kind.REFUSED,
                    name + " is signed by several, and by none of them as a whole; ask its vendor for one that is.");
        }
    }

    private static PluginException changed(String name, String how) {
        return new PluginException(
                Kind.REFUSED,
                name + " was changed after it was signed (" + how
                        + "). Do not use the file; get it from its vendor anew.");
    }

    private static void readAll(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** The files that no signature covers (JAR File Specification, Signed JAR File). */
    private static boolean belongsToSignature(String entry) {
        String name = entry.toUpperCase(Locale.ROOT);
        return name.matches("META-INF/(MANIFEST\\.MF|SIG-[^/]*|[^/]+\\.(SF|RSA|DSA|EC))");
    }
}
