/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console;

import dev.tendon.api.time.Clock;
import dev.tendon.runtime.SessionEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Tells one page what happens, as server-sent events, twenty times a second. Nothing is queued for it: what it reads too late
 * to be told in full is skipped and counted. Owner: the thread that serves the page.
 */
final class EventStream {
    static final long PERIOD_NS = 50_000_000;
    /** A second's: more than that waiting means that the page is slow. */
    private static final int MOST_SAMPLES = 60;

    private final Feed feed;
    private final Clock clock;
    private final OutputStream out;
    private final Thread thread = Thread.currentThread();
    private volatile long writingSinceNs;
    private volatile boolean writing;

    private boolean toldScene;
    private long nextSample;
    private long nextEvent;
    private long skipped;

    EventStream(Feed feed, Clock clock, OutputStream out) {
        this.feed = feed;
        this.clock = clock;
        this.out = out;
    }

    /** Tells until the session is over or the page is gone. */
    void run() throws IOException, InterruptedException {
        send("hello", Messages.hello(feed));
        while (true) {
            boolean last = feed.over();
            tellNews();
            if (last) {
                send("end", "{}");
                return;
            }
            clock.sleepUntil(clock.nanoTime() + PERIOD_NS);
        }
    }

    /** One round. */
    void tellNews() throws IOException {
        Ring.Slice<SessionEvent> events = feed.events().after(nextEvent, Integer.MAX_VALUE);
        nextEvent = events.next();
        for (SessionEvent event : events.items()) {
            send("event", Messages.event(event));
        }
        Feed.Scene scene = feed.scene();
        if (scene != null) {
            tellSamples(scene);
        }
        send("status", Messages.status(feed, skipped));
        flush();
    }

    private void tellSamples(Feed.Scene scene) throws IOException {
        if (!toldScene) {
            toldScene = true; // and the history with it
            send("scene", Messages.scene(scene));
        } else {
            long newest = feed.samples().end() - MOST_SAMPLES;
            skipped += Math.max(0, newest - nextSample);
            nextSample = Math.max(nextSample, newest);
        }
        Ring.Slice<Sample> slice = feed.samples().after(nextSample, Feed.SAMPLES);
        nextSample = slice.next();
        if (!slice.items().isEmpty()) {
            send("samples", Messages.samples(slice.items(), scene.rows()));
        }
    }

    private void send(String event, String json) throws IOException {
        begin();
        out.write(("event: " + event + "\ndata: " + json + "\n\n").getBytes(StandardCharsets.UTF_8));
        writing = false;
    }

    private void flush() throws IOException {
        begin();
        out.flush();
        writing = false;
    }

    private void begin() {
        writingSinceNs = clock.nanoTime();
        writing = true;
    }

    /** Ends it where its page has taken nothing for this long. Thread: any. */
    void endIfStuck(long patienceNs) {
        if (writing && clock.nanoTime() - writingSinceNs > patienceNs) {
            thread.interrupt(); // which closes the channel that it writes to
        }
    }
}
