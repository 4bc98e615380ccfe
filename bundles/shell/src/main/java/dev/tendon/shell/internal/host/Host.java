/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.host;

import java.nio.file.Path;
import java.util.List;

/** This process as a host of bundles, for verbs. Thread: any. */
public interface Host {
    /** {@code $TENDON_HOME}. */
    Path home();

    /** Where Tendon was installed to. */
    Path distribution();

    /** Tendon's version. */
    String version();

    /** The store's generation that this host booted with; 0 if there was none. */
    long generation();

    /** Whether this process was told to end, by Ctrl-C or the like. The thread's interrupt says so too, unless a library swallowed it. */
    boolean stopping();

    /** Every bundle, by symbolic name; the framework itself first. */
    List<HostBundle> bundles();

    /**
     * Starts a bundle that the distribution leaves unstarted, for as long as this process runs. Does nothing where it runs.
     *
     * @throws VerbUnavailableException where there is none, or it does not start; says why
     */
    void start(String symbolicName) throws VerbUnavailableException;

    /**
     * A bundle.
     *
     * @param state {@code active}, {@code resolved}, …
     * @param location where it was installed from
     */
    record HostBundle(String symbolicName, String version, String state, String location) {}
}
