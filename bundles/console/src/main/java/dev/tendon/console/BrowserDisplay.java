/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console;

import dev.tendon.api.time.Clock;
import dev.tendon.console.page.PageServer;
import dev.tendon.console.page.Threads;
import dev.tendon.runtime.DisplayRequest;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionDisplay;
import dev.tendon.runtime.SessionEvent;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** One view. Thread: any. */
final class BrowserDisplay implements SessionDisplay {
    private static final long CLOSE_MS = 1000;
    private static final long LOOK_AFTER_PAGES_NS = 1_000_000_000L;

    private final Clock clock;
    private final Feed feed;
    private final LiveSite site;
    private final PageServer server;
    private final List<Thread> threads = new ArrayList<>();
    private final Runnable onClose;
    private boolean shown;
    private boolean closed;

    /** @param onClose is told once, when it is closed */
    BrowserDisplay(DisplayRequest request, InetSocketAddress at, Clock clock, Runnable onClose) throws IOException {
        this.clock = clock;
        this.onClose = onClose;
        feed = new Feed(request.title(), request.fps(), clock);
        site = new LiveSite(feed, clock);
        server = new PageServer(at, site);
        threads.add(Threads.start("tendon-view-pages", this::lookAfterPages));
    }

    private void lookAfterPages() {
        try {
            while (true) {
                clock.sleepUntil(clock.nanoTime() + LOOK_AFTER_PAGES_NS);
                site.dropStuck();
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    @Override
    public URI address() {
        return server.address();
    }

    @Override
    public void event(SessionEvent event) {
        feed.event(event);
    }

    @Override
    public synchronized void show(Session session) {
        if (shown) {
            throw new IllegalStateException("The view \"" + feed.title() + "\" shows a session already");
        }
        if (closed) {
            return; // the bundle was stopped in between; the session goes on without
        }
        shown = true;
        Pictures pictures = new Pictures(session.cameras(), clock);
        feed.scene(new Feed.Scene(Row.of(session), pictures));
        threads.add(Threads.start("tendon-view-sampler", new Sampler(session, feed, clock)));
        if (!session.cameras().isEmpty()) {
            threads.add(Threads.start("tendon-view-pictures", pictures));
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        threads.forEach(thread -> Threads.end(thread, CLOSE_MS));
        feed.end();
        server.close();
        onClose.run();
    }
}
