/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.repository;

import dev.tendon.plugins.PluginException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** The repositories of this host's home folder, as a service. Thread: any. */
@ProviderType
public interface Repositories {
    /**
     * One repository.
     *
     * @param name what the user calls it
     * @param urls of its index and of that of each mirror, in the order in which they are asked
     */
    record Repository(String name, List<String> urls) {
        public Repository {
            urls = List.copyOf(urls);
        }
    }

    /**
     * A bundle that a repository has.
     *
     * @param choices names of the choices that it offers, {@code robot acme_arm}
     * @param size in bytes
     * @param repository the repository's name
     */
    record Found(
            String symbolicName,
            String version,
            String description,
            List<String> choices,
            long size,
            String sha256,
            String repository) {
        public Found {
            choices = List.copyOf(choices);
        }
    }

    /**
     * What was found, or is to be installed.
     *
     * @param bundles in order
     * @param reasons for each bundle of a plan why it is needed; empty for what was asked for
     * @param notes sentences for the user: which repository did not answer
     */
    record Answer(List<Found> bundles, List<String> reasons, List<String> notes) {
        public Answer {
            bundles = List.copyOf(bundles);
            reasons = List.copyOf(reasons);
            notes = List.copyOf(notes);
        }
    }

    /**
     * What was indexed.
     *
     * @param file the index
     * @param bundles how many are in it
     * @param skipped jars that are no bundles, with the reason
     */
    record Indexed(Path file, int bundles, List<String> skipped) {
        public Indexed {
            skipped = List.copyOf(skipped);
        }
    }

    /** Those that are configured. */
    List<Repository> list() throws IOException;

    /**
     * Adds a repository, or replaces that of the same name.
     *
     * @param urls http(s) or file URLs, or paths; of an index, or of a folder that has an {@code index.xml} in it
     * @throws PluginException where one is none of these
     */
    Repository add(String name, List<String> urls) throws PluginException, IOException;

    /** Removes a repository; whether there was one. */
    boolean remove(String name) throws IOException;

    /**
     * Writes {@code index.xml} into a folder, of every bundle in it and below.
     *
     * @param name of the repository, as the index says it
     */
    Indexed index(Path folder, String name) throws IOException;

    /**
     * Looks for bundles whose name, description or choices have every one of the words in them; the highest version of each.
     *
     * @param only the URL or path of one repository, instead of those that are configured
     */
    Answer search(List<String> words, Optional<String> only) throws PluginException, IOException, InterruptedException;

    /**
     * What is to be installed for {@code names}: those, and what they need that neither this host nor they have.
     *
     * @param names symbolic names or choices, each possibly with {@code @VERSION}
     * @throws PluginException where there is none; names the nearest
     */
    Answer plan(List<String> names, Optional<String> only) throws PluginException, IOException, InterruptedException;

    /**
     * Downloads what a plan names, or takes it from earlier downloads; each is what its index says by size and SHA-256.
     *
     * @param progress a line for each
     * @return files, in the plan's order
     * @throws PluginException where one is something else
     */
    List<Path> download(Answer plan, Optional<String> only, Consumer<String> progress)
            throws PluginException, IOException, InterruptedException;
}
