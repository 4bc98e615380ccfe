/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tendon.api.time.SystemClock;
import dev.tendon.runtime.DisplayRequest;
import dev.tendon.runtime.SessionDisplay;
import dev.tendon.runtime.SessionEvent;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pages that read slowly, not at all, or go away. */
@Timeout(60)
class SlowPageTest {
    private final SystemClock clock = new SystemClock();
    private final FakeSession session = new FakeSession(new FakeCamera("top", 64, 48, 3));
    private SessionDisplay display;
    private URI address;

    @BeforeEach
    void open() throws IOException {
        display = new BrowserDisplays().open(new DisplayRequest("test", 60, Optional.empty(), Optional.empty()));
        address = display.address();
        display.show(session);
    }

    @AfterEach
    void close() {
        display.close();
    }

    private Wire listen() throws IOException {
        Wire wire = new Wire(address);
        wire.say("GET " + address.getPath() + "events HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n\r\n");
        return wire;
    }

    private String page() throws IOException {
        return Wire.get(address, address.getPath(), "Host: " + address.getAuthority());
    }

    @Test
    void showsTicksEventsAndTheEndToWhoeverListens() throws Exception {
        try (Wire wire = listen()) {
            assertThat(wire.readUntil("event: status")).contains("200 OK", "event: hello", "event: scene");
            session.tick(0);
            display.event(new SessionEvent(SessionEvent.Kind.SWAPPED, 0, "another driver"));
            wire.readUntil("another driver");
            wire.readUntil("\"t_s\":[0.0]");
            display.close();
            assertThat(wire.readUntil("event: end")).contains("\"state\":\"ended\"");
        }
    }

    @Test
    void closesInTimeThoughAPageReadsNothing() throws Exception {
        List<Wire> wires = new ArrayList<>();
        String much = "x".repeat(100_000);
        for (int i = 0; i < 3; i++) {
            wires.add(listen());
            wires.get(i).readUntil("event: hello");
        }
        for (int i = 0; i < 200; i++) {
            display.event(new SessionEvent(SessionEvent.Kind.LATE, i, much));
        }
        clock.sleepUntil(clock.nanoTime() + 500_000_000L);
        assertThat(page()).isEqualTo("HTTP/1.1 200 OK");
        long began = clock.nanoTime();
        display.close();
        assertThat(Duration.ofNanos(clock.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        for (Wire wire : wires) {
            wire.close();
        }
    }

    @Test
    void refusesTheNinthPageAndTakesItWhenAnotherHasGone() throws Exception {
        List<Wire> wires = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            wires.add(listen());
            wires.get(i).readUntil("event: hello");
        }
        try (Wire ninth = listen()) {
            assertThat(ninth.status()).startsWith("HTTP/1.1 503");
        }
        wires.get(0).close();
        long deadline = clock.nanoTime() + 10_000_000_000L;
        String status;
        do {
            try (Wire again = listen()) {
                status = again.status();
            }
        } while (!status.equals("HTTP/1.1 200 OK") && clock.nanoTime() < deadline);
        assertThat(status).isEqualTo("HTTP/1.1 200 OK");
        for (Wire wire : wires) {
            wire.close();
        }
    }

    @Test
    void mayBeClosedTwiceAndShownOnce() {
        assertThatCode(() -> display.show(session)).isInstanceOf(IllegalStateException.class);
        display.close();
        assertThatCode(display::close).doesNotThrowAnyException();
    }
}
