/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.session;

import dev.tendon.api.time.Clock;
import dev.tendon.plugins.Plugins;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionReport;
import dev.tendon.shell.Console;
import dev.tendon.shell.internal.host.Host;
import dev.tendon.shell.internal.host.StoreFollowing;

/**
 * Runs a session while it is shown and takes plugin updates.
 *
 * @param name the verb, as other processes see it
 * @param view draws it
 * @param fps ticks per second that it should reach
 * @param warns whether to warn when it does not
 */
record WatchedRun(String name, SessionMonitor.View view, double fps, boolean warns) {
    @SuppressWarnings("try") // both do their work until they are closed
    SessionReport of(Session session, Plugins plugins, Host host, Console console, Clock clock)
            throws InterruptedException {
        if (host.stopping()) {
            throw new InterruptedException();
        }
        try (StoreFollowing following = StoreFollowing.begin(plugins, host, name, console);
                SessionMonitor monitor = new SessionMonitor(session, view, console, clock, fps, warns)) {
            return session.run();
        }
    }
}
