/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins;

import java.util.List;

/**
 * What a running host made of the store's generations.
 *
 * @param pid its process
 * @param host what the user calls it: {@code replay}
 * @param generation the generation that it dealt with last
 * @param said what it announced of that generation, a line each
 * @param differences where it does not run what that generation wants
 */
public record HostReport(long pid, String host, long generation, List<String> said, List<Difference> differences) {
    public HostReport {
        said = List.copyOf(said);
        differences = List.copyOf(differences);
    }

    /**
     * A bundle of which the host keeps another version than wanted.
     *
     * @param wanted the generation's version; empty if it wants none
     * @param running the host's version; empty if it has none
     * @param why in words
     */
    public record Difference(String symbolicName, String wanted, String running, String why) {}
}
