/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.repository.internal;

import dev.tendon.plugins.PluginException;
import dev.tendon.plugins.repository.Repositories.Repository;
import dev.tendon.plugins.store.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A repository whose index was read.
 *
 * @param places where its index was found and its mirrors', the one that answered first
 */
record Opened(String name, List<Place> places, List<Entry> entries) {
    /**
     * Reads the first index that answers; where none does, the copy of the last time.
     *
     * @param copies the folder of copies
     * @param notes takes what the user should know
     */
    static Opened of(Repository repository, Path copies, List<String> notes)
            throws PluginException, IOException, InterruptedException {
        List<Place> places = new ArrayList<>();
        for (String url : repository.urls()) {
            places.add(Place.of(url));
        }
        Path copy = copies.resolve(repository.name().replaceAll("[^A-Za-z0-9._-]", "_") + ".xml");
        List<String> failures = new ArrayList<>();
        for (Place place : List.copyOf(places)) {
            byte[] index;
            try {
                index = place.fetchIndex();
            } catch (IOException e) {
                failures.add(place.index() + " (" + reason(e) + ")");
                continue;
            }
            List<Entry> entries = IndexReader.read(index, place.index().toString());
            if (!place.local()) {
                Written.aside(copy, index, new DurableFiles());
            }
            places.remove(place);
            places.add(0, place);
            if (!failures.isEmpty()) {
                notes.add("The repository " + repository.name() + " is read from its mirror " + place.index()
                        + ", since there is no answer from " + String.join(", ", failures) + ".");
            }
            return new Opened(repository.name(), places, entries);
        }
        if (!Files.exists(copy)) {
            throw new IOException(
                    "The repository " + repository.name() + " does not answer: " + String.join(", ", failures)
                            + ". Check the network and the URL: tendon plugins repositories list");
        }
        notes.add("The repository " + repository.name() + " does not answer (" + String.join(", ", failures)
                + "); its index is a copy of " + Files.getLastModifiedTime(copy).toInstant() + ".");
        return new Opened(repository.name(), places, IndexReader.read(Files.readAllBytes(copy), copy.toString()));
    }

    static String reason(IOException e) {
        return e instanceof java.nio.file.NoSuchFileException
                ? "there is no such file"
                : e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
