/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.runtime.SessionEvent;
import dev.tendon.shell.internal.FakeConsole;
import org.junit.jupiter.api.Test;

class SessionLinesTest {
    private final FakeConsole console = new FakeConsole();

    private void happens(SessionEvent.Kind kind) {
        SessionLines.on(console).event(new SessionEvent(kind, 7, kind + " happened"));
    }

    @Test
    void tellsWhatTheSessionSays() {
        happens(SessionEvent.Kind.CONNECTED);
        happens(SessionEvent.Kind.GONE);

        assertThat(console.err).containsExactly("CONNECTED happened", "GONE happened");
    }

    @Test
    void leavesExchangesToTheStoresFollower() {
        happens(SessionEvent.Kind.SWAPPED);
        happens(SessionEvent.Kind.SWAP_REFUSED);

        assertThat(console.err).isEmpty();
    }
}
