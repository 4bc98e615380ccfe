/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins;

import java.util.List;

/**
 * A bundle, as listed.
 *
 * @param symbolicName the bundle's name
 * @param version its version
 * @param origin where its jar lies
 * @param state whether it is used, by a host that starts now
 * @param why the reason for the state in words, where it is not {@link State#ENABLED}; otherwise empty
 * @param choices names of the choices that it offers in this host, {@code robot so101_follower}; empty if none or not in use
 */
public record PluginInfo(
        String symbolicName, String version, Origin origin, State state, String why, List<String> choices) {
    public PluginInfo {
        choices = List.copyOf(choices);
    }

    /** Where a bundle comes from. */
    public enum Origin {
        /** The read-only folder that Tendon was installed to. */
        DISTRIBUTION,
        /** The store in the home folder. */
        STORE
    }

    /** What becomes of a bundle. */
    public enum State {
        ENABLED,
        /** The user took it out of use. */
        DISABLED,
        /** It does not resolve with this distribution. */
        UNRESOLVED,
        /** Another version of the same symbolic name is used. */
        SUPERSEDED
    }
}
