/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of a page, in memory; there are no others. Immutable. Thread: any. */
public final class Assets {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "txt", "text/plain; charset=utf-8");

    private final Map<String, Asset> byName = new LinkedHashMap<>();

    /** A file. Its bytes are not changed. */
    public static final class Asset {
        private final String type;
        private final byte[] bytes;

        Asset(String type, byte[] bytes) {
            this.type = type;
            this.bytes = bytes;
        }

        public String type() {
            return type;
        }

        public byte[] bytes() {
            return bytes;
        }
    }

    private Assets() {}

    /**
     * Reads them out of this bundle.
     *
     * @param beside the class in whose package's folder {@code folder} they are
     * @throws IOException where the bundle lacks one
     */
    public static Assets load(Class<?> beside, String folder, String... names) throws IOException {
        Assets assets = new Assets();
        for (String name : names) {
            assets.add(beside, folder + "/" + name, name);
        }
        return assets;
    }

    /** These and one more, {@code name} here, at {@code resource} in the bundle. */
    public Assets with(Class<?> beside, String resource, String name) throws IOException {
        Assets more = new Assets();
        more.byName.putAll(byName);
        more.add(beside, resource, name);
        return more;
    }

    private void add(Class<?> beside, String resource, String name) throws IOException {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("The console's bundle lacks its file " + resource);
            }
            String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
            if (type == null) {
                throw new IllegalArgumentException(name);
            }
            byName.put(name, new Asset(type, in.readAllBytes()));
        }
    }

    /** The file of exactly this name, {@code index.html} also of none; null where there is none. */
    public @Nullable Asset at(String path) {
        return byName.get(path.isEmpty() ? "index.html" : path);
    }

    /** All of them by name. */
    public Map<String, Asset> all() {
        return Collections.unmodifiableMap(byName);
    }
}
