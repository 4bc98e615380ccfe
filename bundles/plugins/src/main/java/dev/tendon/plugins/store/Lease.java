/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What keeps a running host's jars from being collected: a file beside its report. Taken <em>before</em> the generation is
 * read, then covering every jar, so that nothing is collected in between. Thread: one at a time.
 */
public final class Lease implements AutoCloseable {
    static final String SUFFIX = ".lease";
    private static final String EVERYTHING = "*";

    private final Path file;

    private Lease(Path file) {
        this.file = file;
    }

    /**
     * Holds every jar.
     *
     * @param name tells this lease from others of the same process; begins with nothing but letters and digits
     */
    public static Lease take(StoreLayout layout, String name) throws IOException {
        Files.createDirectories(layout.hosts());
        Lease lease = new Lease(layout.hosts().resolve(ProcessMark.own().pid() + "-" + name + SUFFIX));
        lease.write(List.of(EVERYTHING));
        return lease;
    }

    /** From now on holds these jars only. */
    public void narrow(Collection<String> sha256s) throws IOException {
        write(sha256s);
    }

    private void write(Collection<String> sha256s) throws IOException {
        StringBuilder text = new StringBuilder("started " + ProcessMark.own().startedMs() + "\n");
        for (String sha256 : sha256s) {
            text.append("uses ").append(sha256).append('\n');
        }
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(written, text, UTF_8);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Gives the jars back. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // the process ends; the next writer sees that and collects the file
        }
    }

    /** What all living processes hold, or {@code *} among it if one holds everything. */
    static Set<String> held(StoreLayout layout) throws IOException {
        Set<String> held = new HashSet<>();
        if (!Files.isDirectory(layout.hosts())) {
            return held;
        }
        try (var files = Files.newDirectoryStream(layout.hosts(), "*" + SUFFIX)) {
            for (Path file : files) {
                held.addAll(usesOf(file));
            }
        }
        return held;
    }

    static boolean everything(Set<String> held) {
        return held.contains(EVERYTHING);
    }

    private static Set<String> usesOf(Path file) {
        try {
            Set<String> uses = new HashSet<>();
            long startedMs = 0;
            for (String line : Files.readAllLines(file, UTF_8)) {
                if (line.startsWith("started ")) {
                    startedMs = Long.parseLong(line.substring("started ".length()));
                } else if (line.startsWith("uses ")) {
                    uses.add(line.substring("uses ".length()));
                }
            }
            return new ProcessMark(pidOf(file), startedMs).alive() ? uses : Set.of();
        } catch (IOException | NumberFormatException e) {
            return Set.of(); // just deleted, or none of ours
        }
    }

    /** The process that a file in the hosts' folder belongs to. */
    static long pidOf(Path file) {
        String digits = file.getFileName().toString().replaceFirst("\\D.*", "");
        return Long.parseLong(digits);
    }
}
