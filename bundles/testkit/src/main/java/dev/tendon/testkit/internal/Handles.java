/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What this process has open, where the system tells (Linux): sockets, devices, pipes and files, without jars and memory. */
final class Handles {
    private static final Path OPEN = Path.of("/proc/self/fd");

    private Handles() {}

    /** How many there are of each; sockets and pipes are counted together. */
    static Map<String, Integer> open() {
        Map<String, Integer> counts = new TreeMap<>();
        if (!Files.isDirectory(OPEN)) {
            return counts;
        }
        try (DirectoryStream<Path> handles = Files.newDirectoryStream(OPEN)) {
            for (Path handle : handles) {
                String target = target(handle);
                if (!target.isEmpty() && !target.endsWith(".jar") && !target.startsWith("/proc/")) {
                    counts.merge(target.replaceFirst(":\\[\\d+]$", ""), 1, Integer::sum);
                }
            }
        } catch (IOException e) {
            return new TreeMap<>(); // the system does not tell
        }
        return counts;
    }

    private static String target(Path handle) {
        try {
            return Files.readSymbolicLink(handle).toString();
        } catch (IOException e) {
            return ""; // closed meanwhile
        }
    }

    /** What {@code after} has more than {@code before}: {@code socket (1 more)}. */
    static java.util.List<String> more(Map<String, Integer> before, Map<String, Integer> after) {
        return after.entrySet().stream()
                .filter(entry -> entry.getValue() > before.getOrDefault(entry.getKey(), 0))
                .map(entry ->
                        entry.getKey() + " (" + (entry.getValue() - before.getOrDefault(entry.getKey(), 0)) + " more)")
                .toList();
    }
}
