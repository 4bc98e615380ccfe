/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** The way into the plugin store, as a service. Thread: any. */
@ProviderType
public interface Plugins {
    /**
     * The store below a home folder. Creates nothing until something is installed.
     *
     * @param home {@code $TENDON_HOME}
     * @throws IOException if there is a store that cannot be read
     */
    PluginStore store(Path home) throws IOException;

    /**
     * The store of this host's own home folder.
     *
     * @throws IOException as {@link #store(Path)}
     */
    PluginStore store() throws IOException;

    /**
     * Makes this running host take each new generation of the store within two seconds, until the follower is closed or
     * this bundle stops.
     *
     * @param hostName what the user calls this host, for lists: {@code "replay"}
     * @param announce takes one line for each thing that happened; called from the follower's thread
     */
    Follower follow(PluginStore store, String hostName, Consumer<String> announce);

    /** What the running hosts that follow the store said last, by process id. Those of ended processes are left out. */
    List<HostReport> hosts(PluginStore store);
}
