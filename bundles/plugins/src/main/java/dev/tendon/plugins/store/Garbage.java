/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Collects what nothing leads to: files of killed changes, generations before the last two, jars that neither these nor
 * a living host use, files of ended hosts. Only under the {@link StoreLock}. What cannot be deleted stays until the next
 * time; a failure here never fails a change.
 */
public final class Garbage {
    private final StoreLayout layout;
    private final StoreFiles files;

    public Garbage(StoreLayout layout, StoreFiles files) {
        this.layout = layout;
        this.files = files;
    }

    /** Collects all of it, given the generation in force. */
    public void collect(Generation inForce) {
        try {
            collectTemporary(layout.temporary());
            collectHosts();
            long previous = previous(inForce.number());
            collectGenerations(inForce.number(), previous);
            collectJars(inForce, previous);
        } catch (IOException e) {
            // the store is whole, only larger than it could be
        }
    }

    private void collectTemporary(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> content = Files.list(folder)) {
                for (Path path : content.toList()) {
                    if (Files.isDirectory(path)) {
                        collectTemporary(path);
                    }
                    files.delete(path);
                }
            }
        }
    }

    private void collectHosts() throws IOException {
        for (Path file : list(layout.hosts())) {
            if (!ownerAlive(file)) {
                files.delete(file);
            }
        }
    }

    private static boolean ownerAlive(Path file) {
        try {
            return new ProcessMark(Lease.pidOf(file), 0).alive();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private long previous(long inForce) throws IOException {
        long previous = 0;
        for (Path file : list(layout.generations())) {
            long number = number(file);
            if (number < inForce) {
                previous = Math.max(previous, number);
            }
        }
        return previous;
    }

    private void collectGenerations(long inForce, long previous) throws IOException {
        for (Path file : list(layout.generations())) {
            long number = number(file);
            if (number != inForce && number != previous) {
                files.delete(file);
            }
        }
    }

    private void collectJars(Generation inForce, long previous) throws IOException {
        Set<String> needed = new HashSet<>(Lease.held(layout));
        if (Lease.everything(needed)) {
            return;
        }
        inForce.plugins().forEach(plugin -> needed.add(plugin.sha256()));
        if (previous > 0) {
            try {
                Generation.parse(Files.readString(layout.generation(previous), UTF_8))
                        .plugins()
                        .forEach(plugin -> needed.add(plugin.sha256()));
            } catch (IllegalArgumentException e) {
                return;
            }
        }
        for (Path jar : list(layout.jars())) {
            String name = jar.getFileName().toString();
            if (!needed.contains(name.replaceFirst("\\.jar$", ""))) {
                files.delete(jar);
            }
        }
    }

    private static long number(Path file) {
        try {
            return Long.parseLong(file.getFileName().toString());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static Set<Path> list(Path folder) throws IOException {
        Set<Path> content = new HashSet<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
                stream.forEach(content::add);
            }
        }
        return content;
    }
}
