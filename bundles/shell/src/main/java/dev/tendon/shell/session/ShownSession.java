/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.session;

import dev.tendon.api.option.ConfigException;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionDisplay;
import dev.tendon.runtime.SessionDisplays;
import dev.tendon.runtime.SessionEvent;
import dev.tendon.runtime.SessionListener;
import dev.tendon.shell.Console;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Tells the console, and the live view where one is wanted, what happens in a session. Thread: any. */
public final class ShownSession implements SessionListener, AutoCloseable {
    private final SessionListener lines;
    private final Optional<SessionDisplay> display;

    private ShownSession(Console console, Optional<SessionDisplay> display) {
        lines = SessionLines.on(console);
        this.display = display;
    }

    /**
     * Opens the live view, if it is wanted, and says where it is; before the session, which it is to be opened for.
     *
     * @throws ConfigException where it cannot be opened as asked, or no bundle here has one
     */
    public static ShownSession open(
            DisplayOptions options, List<SessionDisplays> displays, String title, double fps, Console console)
            throws IOException {
        if (!options.wanted()) {
            return new ShownSession(console, Optional.empty());
        }
        if (displays.isEmpty()) {
            throw new ConfigException(
                    "--display_data=true: there is no live view here: the bundle dev.tendon.console is "
                            + "not installed. Leave the option out and watch the table in the terminal");
        }
        options.note().ifPresent(console::err);
        SessionDisplay display = displays.get(0).open(options.request(title, fps));
        console.err("live view: " + display.address());
        return new ShownSession(console, Optional.of(display));
    }

    /** The session is open. */
    public void show(Session session) {
        display.ifPresent(d -> d.show(session));
    }

    @Override
    public void event(SessionEvent event) {
        lines.event(event);
        display.ifPresent(d -> d.event(event));
    }

    @Override
    public void close() {
        display.ifPresent(SessionDisplay::close);
    }
}
