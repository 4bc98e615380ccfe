/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The plugins of one home folder, an overlay of the read-only distribution. Every change is tried in a throw-away
 * framework first and then committed as one <em>generation</em>; on any exception the store is as it was.
 *
 * <p>Thread: any. Changes of several processes exclude each other.
 */
@ProviderType
public interface PluginStore {
    /**
     * Installs bundles, or other versions of those that are there, all of them or none.
     *
     * @param jarsOrFolders jar files, and folders of which every {@code *.jar} is taken
     * @throws PluginException with kind {@link PluginException.Kind#NO_BUNDLE} for what is no bundle, otherwise with what
     *     is missing or failed, in words
     * @throws IOException if the store cannot be read or written
     */
    Change install(List<Path> jarsOrFolders, InstallOptions options)
            throws PluginException, IOException, InterruptedException;

    /** As {@link #install}, but each symbolic name has to be there already. */
    Change update(List<Path> jarsOrFolders, InstallOptions options)
            throws PluginException, IOException, InterruptedException;

    /**
     * Removes a plugin from the store; where the distribution has the same bundle, that one is back in force.
     *
     * @throws PluginException if there is no such plugin (the message names the nearest), it belongs to the distribution,
     *     or another plugin needs it
     */
    Change uninstall(String symbolicName) throws PluginException, IOException, InterruptedException;

    /** Takes a disabled plugin, or bundle of the distribution, back into use. */
    Change enable(String symbolicName) throws PluginException, IOException, InterruptedException;

    /** Keeps a plugin, or a bundle of the distribution, out of use until it is enabled again. */
    Change disable(String symbolicName) throws PluginException, IOException, InterruptedException;

    /** Every bundle of the distribution and the store, by symbolic name. */
    List<PluginInfo> list() throws IOException;

    /**
     * Runs {@code body} in a throw-away framework with the bundles that a host would run if these were installed, started and
     * checked as {@link #install} does. The store stays as it is.
     *
     * @param jarsOrFolders as for {@link #install}; the versions that are there are replaced, higher or lower
     * @param limit how long it may take, start and body together
     * @throws PluginException as {@link #install}, and where the body throws
     */
    <T> T inTrial(List<Path> jarsOrFolders, Duration limit, TrialBody<T> body)
            throws PluginException, IOException, InterruptedException;

    /** The number of the generation in force; 0 if nothing was ever changed. */
    long generation() throws IOException;

    /**
     * Waits until every running host that follows this store has dealt with the generation in force.
     *
     * @param limit how long at most; a host that takes longer is reported with the generation it has
     * @return what they said, by process id
     */
    List<HostReport> awaitHosts(Duration limit) throws IOException, InterruptedException;
}
