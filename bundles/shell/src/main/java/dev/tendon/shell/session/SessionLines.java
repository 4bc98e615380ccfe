/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.session;

import dev.tendon.runtime.SessionEvent;
import dev.tendon.runtime.SessionListener;
import dev.tendon.shell.Console;

/**
 * What a session tells its user while it runs. An exchange of plugins is left out, done or refused: the store's follower began it
 * and announces it on the same console, with both versions and what the session said of it.
 */
public final class SessionLines {
    private SessionLines() {}

    /** A listener that writes on {@code console}. */
    public static SessionListener on(Console console) {
        return event -> {
            if (event.kind() != SessionEvent.Kind.SWAPPED && event.kind() != SessionEvent.Kind.SWAP_REFUSED) {
                console.err(event.text());
            }
        };
    }
}
