/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of the page, in memory; there are no others. Immutable. Thread: any. */
final class Assets {
    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";

    private final Map<String, Asset> byPath = new HashMap<>();

    /** A file. Its bytes are not changed. */
    static final class Asset {
        private final String type;
        private final byte[] bytes;

        Asset(String type, byte[] bytes) {
            this.type = type;
            this.bytes = bytes;
        }

        String type() {
            return type;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    private Assets() {}

    /**
     * Reads them out of this bundle.
     *
     * @throws IOException where the bundle lacks one
     */
    static Assets load() throws IOException {
        Assets assets = new Assets();
        assets.add("", "index.html", HTML);
        assets.add("icon.svg", "icon.svg", "image/svg+xml");
        assets.add("style.css", "style.css", STYLE);
        assets.add("uPlot.min.css", "uPlot.min.css", STYLE);
        for (String script : new String[] {"app.js", "charts.js", "cameras.js", "figures.js", "uPlot.esm.js"}) {
            assets.add(script, script, SCRIPT);
        }
        return assets;
    }

    private void add(String path, String file, String type) throws IOException {
        try (InputStream in = Assets.class.getResourceAsStream("web/" + file)) {
            if (in == null) {
                throw new IOException("The console's bundle lacks its file web/" + file);
            }
            byPath.put(path, new Asset(type, in.readAllBytes()));
        }
    }

    /** The file at exactly this path; null where there is none. */
    @Nullable
    Asset at(String path) {
        return byPath.get(path);
    }
}
