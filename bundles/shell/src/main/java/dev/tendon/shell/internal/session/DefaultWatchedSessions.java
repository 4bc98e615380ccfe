/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.session;

import dev.tendon.api.time.SystemClock;
import dev.tendon.plugins.Plugins;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionReport;
import dev.tendon.shell.Console;
import dev.tendon.shell.internal.host.Host;
import dev.tendon.shell.session.WatchedSessions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs sessions for verbs of other bundles. Thread: any. */
@Component
public final class DefaultWatchedSessions implements WatchedSessions {
    private final Plugins plugins;
    private final Host host;

    @Activate
    public DefaultWatchedSessions(@Reference Plugins plugins, @Reference Host host) {
        this.plugins = plugins;
        this.host = host;
    }

    @Override
    public SessionReport run(String name, Session session, View view, double fps, Console console)
            throws InterruptedException {
        return new WatchedRun(name, view::show, fps, !session.simulatedTime())
                .of(session, plugins, host, console, new SystemClock());
    }
}
