/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.host;

import dev.tendon.plugins.Follower;
import dev.tendon.plugins.Plugins;
import dev.tendon.shell.Console;
import java.io.IOException;
import java.util.Optional;

/** A running verb takes what others change in the plugin store, and says so on its stderr. */
public final class StoreFollowing implements AutoCloseable {
    private final Optional<Follower> follower;

    private StoreFollowing(Optional<Follower> follower) {
        this.follower = follower;
    }

    /**
     * Begins to follow. A store that cannot be read costs the updates, not the run: it is told, and the verb goes on.
     *
     * @param name the verb, as it is named to others
     */
    public static StoreFollowing begin(Plugins plugins, Host host, String name, Console console) {
        try {
            return new StoreFollowing(Optional.of(plugins.follow(plugins.store(host.home()), name, console::err)));
        } catch (IOException e) {
            console.err("warning: this run takes no plugin updates, since the store cannot be read: " + e.getMessage());
            return new StoreFollowing(Optional.empty());
        }
    }

    @Override
    public void close() {
        follower.ifPresent(Follower::close);
    }
}
