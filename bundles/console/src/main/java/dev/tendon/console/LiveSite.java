/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console;

import com.sun.net.httpserver.HttpExchange;
import dev.tendon.api.time.Clock;
import dev.tendon.console.page.Answers;
import dev.tendon.console.page.Assets;
import dev.tendon.console.page.Site;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** One view's page, events and pictures. Thread: any. */
final class LiveSite implements Site {
    private static final int MOST_STREAMS = 8;
    private static final long STUCK_NS = 10_000_000_000L;
    private static final String CAMERA = "camera/";

    private final Feed feed;
    private final Clock clock;
    private final Assets assets;
    private final Semaphore places = new Semaphore(MOST_STREAMS);
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();

    LiveSite(Feed feed, Clock clock) throws IOException {
        this.feed = feed;
        this.clock = clock;
        assets = Assets.load(
                LiveSite.class,
                "web",
                "index.html",
                "icon.svg",
                "style.css",
                "uPlot.min.css",
                "app.js",
                "charts.js",
                "cameras.js",
                "figures.js",
                "uPlot.esm.js");
    }

    /** Lets go of pages that take nothing any more. */
    void dropStuck() {
        streams.forEach(stream -> stream.endIfStuck(STUCK_NS));
    }

    @Override
    public void answer(HttpExchange exchange, String path) throws IOException {
        Assets.Asset asset = assets.at(path);
        if (asset != null) {
            Answers.bytes(exchange, asset.type(), asset.bytes());
        } else if (path.equals("events")) {
            stream(exchange);
        } else if (path.startsWith(CAMERA)) {
            picture(exchange, path.substring(CAMERA.length()));
        } else {
            Answers.missing(exchange, null);
        }
    }

    private void picture(HttpExchange exchange, String number) throws IOException {
        Feed.Scene scene = feed.scene();
        int cameras = scene == null ? 0 : scene.pictures().features().size();
        if (scene == null || !number.matches("[0-9]{1,4}") || Integer.parseInt(number) >= cameras) {
            Answers.missing(exchange, "camera");
            return;
        }
        Jpeg newest = scene.pictures().look(Integer.parseInt(number));
        if (newest == null) {
            exchange.sendResponseHeaders(204, -1);
        } else {
            exchange.getResponseHeaders().set("Tendon-Picture", Long.toString(newest.number()));
            Answers.bytes(exchange, "image/jpeg", newest.bytes());
        }
    }

    private void stream(HttpExchange exchange) throws IOException {
        if (!places.tryAcquire()) {
            Answers.text(exchange, 503, MOST_STREAMS + " pages are open already; close one.");
            return;
        }
        try {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            exchange.sendResponseHeaders(200, 0);
            tell(exchange.getResponseBody());
        } finally {
            places.release();
        }
    }

    private void tell(OutputStream out) throws IOException {
        EventStream stream = new EventStream(feed, clock, out);
        streams.add(stream);
        try {
            stream.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server closes
        } finally {
            streams.remove(stream);
        }
    }
}
