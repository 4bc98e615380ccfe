/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.repository.internal;

import dev.tendon.plugins.repository.Repositories.Repository;
import dev.tendon.plugins.store.DurableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The file that says which repositories there are: a line each, its name, its URL and its mirrors' URLs, with blanks between them; lines that
 * begin with {@code #} are left alone by readers. People may edit it. Thread: any; the last writer wins.
 */
final class RepositoryList {
    private final Path file;

    RepositoryList(Path file) {
        this.file = file;
    }

    List<Repository> read() throws IOException {
        List<Repository> repositories = new ArrayList<>();
        for (String line : lines()) {
            List<String> words = Arrays.asList(line.strip().split("\\s+", -1));
            if (!line.isBlank() && !line.startsWith("#") && words.size() > 1) {
                repositories.add(new Repository(words.get(0), words.subList(1, words.size())));
            }
        }
        return repositories;
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    void put(Repository repository) throws IOException {
        List<String> lines = without(repository.name());
        lines.add(repository.name() + " " + String.join(" ", repository.urls()));
        write(lines);
    }

    boolean remove(String name) throws IOException {
        List<String> lines = without(name);
        boolean there = lines.size() < lines().size();
        if (there) {
            write(lines);
        }
        return there;
    }

    private List<String> without(String name) throws IOException {
        List<String> lines = new ArrayList<>(lines());
        lines.removeIf(line -> line.strip().startsWith(name + " "));
        return lines;
    }

    private void write(List<String> lines) throws IOException {
        Written.aside(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8), new DurableFiles());
    }
}
