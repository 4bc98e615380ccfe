/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.store;

import java.nio.file.Path;

/**
 * Where the store's files lie.
 *
 * @param root {@code $TENDON_HOME/plugins}
 */
public record StoreLayout(Path root) {
    /** The store below a home folder. */
    public static StoreLayout of(Path home) {
        return new StoreLayout(home.toAbsolutePath().normalize().resolve("plugins"));
    }

    Path current() {
        return root.resolve("current");
    }

    Path generations() {
        return root.resolve("generations");
    }

    Path generation(long number) {
        return generations().resolve(Long.toString(number));
    }

    /** The folder of all jars. */
    public Path jars() {
        return root.resolve("jars");
    }

    /** The jar with this content. */
    public Path jar(String sha256) {
        return jars().resolve(sha256 + ".jar");
    }

    /** The folder of changes under way. */
    public Path temporary() {
        return root.resolve("tmp");
    }

    Path lock() {
        return root.resolve("lock");
    }

    /** The folder in which running hosts report. */
    public Path hosts() {
        return root.resolve("hosts");
    }
}
