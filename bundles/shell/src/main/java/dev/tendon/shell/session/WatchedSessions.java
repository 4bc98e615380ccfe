/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.session;

import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionReport;
import dev.tendon.runtime.SessionSnapshot;
import dev.tendon.shell.Console;
import dev.tendon.shell.Live;
import org.osgi.annotation.versioning.ProviderType;

/** Runs a session for a verb: shown on the console, and taking plugin updates meanwhile. A service of this bundle. Thread: any. */
@ProviderType
public interface WatchedSessions {
    /** Draws a snapshot. Called ten times a second, on a thread of its own. */
    @FunctionalInterface
    interface View {
        void show(SessionSnapshot snapshot, Live live);
    }

    /**
     * Runs it to its end.
     *
     * @param name the verb, as other processes see it
     * @param fps ticks per second that it should reach; a warning tells where it does not
     * @throws InterruptedException as {@link Session#run}
     */
    SessionReport run(String name, Session session, View view, double fps, Console console) throws InterruptedException;
}
