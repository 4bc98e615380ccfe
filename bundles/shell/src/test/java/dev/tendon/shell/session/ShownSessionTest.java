/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import dev.tendon.runtime.DisplayRequest;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionDisplay;
import dev.tendon.runtime.SessionDisplays;
import dev.tendon.runtime.SessionEvent;
import dev.tendon.shell.internal.FakeConsole;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@code --display_data} and the options beside it. */
class ShownSessionTest {
    private final FakeConsole console = new FakeConsole();
    private final FakeDisplay display = new FakeDisplay();
    private final List<DisplayRequest> requests = new ArrayList<>();
    private final SessionDisplays displays = request -> {
        requests.add(request);
        return display;
    };

    private static final class FakeDisplay implements SessionDisplay {
        final List<SessionEvent> events = new ArrayList<>();
        boolean closed;

        @Override
        public URI address() {
            return URI.create("http://127.0.0.1:1/secret/");
        }

        @Override
        public void event(SessionEvent event) {
            events.add(event);
        }

        @Override
        public void show(Session session) {
            // nothing to look at
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private ShownSession open(boolean wanted, DisplayMode mode, List<SessionDisplays> found) throws Exception {
        DisplayOptions options = new DisplayOptions(wanted, mode, Optional.of("::1"), Optional.of(8765));
        return ShownSession.open(options, found, "teleoperate arm", 60, console);
    }

    @Test
    void asksNobodyWithoutTheOption() throws Exception {
        try (ShownSession shown = open(false, DisplayMode.BROWSER, List.of(displays))) {
            shown.event(new SessionEvent(SessionEvent.Kind.CONNECTED, -1, "connected"));
        }
        assertThat(requests).isEmpty();
        assertThat(console.err).containsExactly("connected");
    }

    @Test
    void opensTheViewWhereItIsToldAndPrintsTheAddress() throws Exception {
        try (ShownSession shown = open(true, DisplayMode.BROWSER, List.of(displays))) {
            assertThat(requests)
                    .containsExactly(new DisplayRequest("teleoperate arm", 60, Optional.of("::1"), Optional.of(8765)));
            assertThat(console.err).containsExactly("live view: http://127.0.0.1:1/secret/");
            shown.event(new SessionEvent(SessionEvent.Kind.SWAPPED, 3, "exchanged"));
            assertThat(display.events).hasSize(1);
            assertThat(display.closed).isFalse();
        }
        assertThat(display.closed).isTrue();
    }

    @Test
    void saysThatLeRobotsViewersAreNotUsed() throws Exception {
        open(true, DisplayMode.RERUN, List.of(displays)).close();
        assertThat(console.err)
                .first()
                .asString()
                .contains("--display_mode=rerun")
                .contains("browser");
    }

    @Test
    void saysPlainlyThatTheBundleIsMissing() {
        assertThatThrownBy(() -> open(true, DisplayMode.BROWSER, List.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--display_data")
                .hasMessageContaining("dev.tendon.console");
    }
}
