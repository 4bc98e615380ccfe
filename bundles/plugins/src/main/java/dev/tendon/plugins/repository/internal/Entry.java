/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.repository.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Version;

/**
 * A resource of an index.
 *
 * @param url of its jar, as the index has it: relative to the index, as a rule
 * @param size in bytes
 * @param sha256 of the jar, in lower-case hexadecimal
 */
record Entry(
        String symbolicName,
        Version version,
        String description,
        String url,
        long size,
        String sha256,
        List<Capability> capabilities,
        List<Requirement> requirements) {
    static final String IDENTITY = "osgi.identity";
    static final String CONTENT = "osgi.content";
    static final String CHOICE = "tendon.choice";

    /** What a bundle offers. */
    record Capability(String namespace, Map<String, Object> attributes) {}

    /** What a bundle needs. */
    record Requirement(String namespace, Map<String, String> directives) {
        boolean mandatory() {
            return !"optional".equals(directives.get("resolution"))
                    && List.of("resolve", "active").contains(directives.getOrDefault("effective", "resolve"));
        }

        String filter() {
            return directives.getOrDefault("filter", "");
        }
    }

    /** {@code robot acme_arm}, in order. */
    List<String> choices() {
        List<String> choices = new ArrayList<>();
        for (Capability capability : capabilities) {
            if (capability.namespace().equals(CHOICE)) {
                choices.add(capability.attributes().get("registry") + " "
                        + capability.attributes().get(CHOICE));
            }
        }
        return choices;
    }
}
