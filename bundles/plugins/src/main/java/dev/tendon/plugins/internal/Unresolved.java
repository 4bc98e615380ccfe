/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.internal;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.BundleContext;

/**
 * Which plugins this host found, when it started, not to resolve with its distribution: the launcher leaves it in the
 * property {@value #PROPERTY}, a line each: SHA-256 of the jar, blank, reason.
 */
final class Unresolved {
    static final String PROPERTY = "tendon.plugins.unresolved";

    private Unresolved() {}

    /** Reasons by SHA-256. */
    static Map<String, String> of(BundleContext context) {
        Map<String, String> reasons = new TreeMap<>();
        String property = context.getProperty(PROPERTY);
        if (property != null) {
            for (String line : property.lines().toList()) {
                int blank = line.indexOf(' ');
                if (blank > 0) {
                    reasons.put(line.substring(0, blank), line.substring(blank + 1));
                }
            }
        }
        return reasons;
    }

    /** The content hash that a jar of the store is named by. */
    static String sha256(Path jar) {
        return jar.getFileName().toString().replaceFirst("\\.jar$", "");
    }
}
