/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tendon.api.time.Clock;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves one view's page, events and pictures to whoever has the token. Thread: any. */
final class PageServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PageServer.class);
    private static final int MOST_STREAMS = 8;
    private static final int MOST_THREADS = 32;
    private static final long STUCK_NS = 10_000_000_000L;
    private static final long CLOSE_MS = 1000;
    private static final String CAMERA = "camera/";
    /** Scripts and styles of this page only; a script sets styles by itself, which this leaves it. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Feed feed;
    private final Clock clock;
    private final Assets assets;
    private final Token token = Token.random();
    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final Gate gate;
    private final URI address;
    private final Semaphore places = new Semaphore(MOST_STREAMS);
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();

    /**
     * Opens the port.
     *
     * @param at a loopback address
     * @throws java.net.BindException where the port is taken
     */
    PageServer(InetSocketAddress at, Feed feed, Clock clock) throws IOException {
        this.feed = feed;
        this.clock = clock;
        assets = Assets.load();
        server = HttpServer.create(at, 0);
        AtomicInteger number = new AtomicInteger();
        // Beyond the most, requests get no answer: they are no page's of ours.
        threads = new ThreadPoolExecutor(
                0,
                MOST_THREADS,
                10,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                body -> Threads.unstarted("tendon-view-" + number.incrementAndGet(), body),
                new ThreadPoolExecutor.DiscardPolicy());
        String host = at.getAddress().getHostAddress();
        String name = host.contains(":") ? "[" + host.replaceFirst("%.*", "") + "]" : host;
        gate = new Gate(token, name);
        address = URI.create("http://" + name + ":" + server.getAddress().getPort() + "/" + token.text() + "/");
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The page, with its token. */
    URI address() {
        return address;
    }

    /** Lets go of pages that take nothing any more. */
    void dropStuck() {
        streams.forEach(stream -> stream.endIfStuck(STUCK_NS));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Gate.Decision decision =
                    gate.decide(exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders());
            headers(exchange.getResponseHeaders());
            if (decision.in()) {
                serve(exchange, decision.path());
            } else {
                refuse(exchange, decision.status());
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("A request was not answered", e); // most often a page that was closed
        }
    }

    private static void headers(Headers headers) {
        headers.set("Cache-Control", "no-store");
        headers.set("Content-Security-Policy", POLICY);
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Content-Type-Options", "nosniff");
    }

    private void refuse(HttpExchange exchange, int status) throws IOException {
        switch (status) {
            case 301 -> {
                exchange.getResponseHeaders().set("Location", "/" + token.text() + "/");
                exchange.sendResponseHeaders(301, -1);
            }
            case 405 -> {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                text(exchange, 405, "Only GET and HEAD.");
            }
            default -> text(
                    exchange,
                    status,
                    "This page needs the whole address that Tendon printed, opened on its own machine.");
        }
    }

    private void serve(HttpExchange exchange, String path) throws IOException {
        Assets.Asset asset = assets.at(path);
        if (asset != null) {
            bytes(exchange, asset.type(), asset.bytes());
        } else if (path.equals("events")) {
            stream(exchange);
        } else if (path.startsWith(CAMERA)) {
            picture(exchange, path.substring(CAMERA.length()));
        } else {
            text(exchange, 404, "There is no such page.");
        }
    }

    private void picture(HttpExchange exchange, String number) throws IOException {
        Feed.Scene scene = feed.scene();
        int cameras = scene == null ? 0 : scene.pictures().features().size();
        if (scene == null || !number.matches("[0-9]{1,4}") || Integer.parseInt(number) >= cameras) {
            text(exchange, 404, "There is no such camera.");
            return;
        }
        Jpeg newest = scene.pictures().look(Integer.parseInt(number));
        if (newest == null) {
            exchange.sendResponseHeaders(204, -1);
        } else {
            exchange.getResponseHeaders().set("Tendon-Picture", Long.toString(newest.number()));
            bytes(exchange, "image/jpeg", newest.bytes());
        }
    }

    private void stream(HttpExchange exchange) throws IOException {
        if (!places.tryAcquire()) {
            text(exchange, 503, MOST_STREAMS + " pages are open already; close one.");
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

    private static void text(HttpExchange exchange, int status, String text) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        send(exchange, status, (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(HttpExchange exchange, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        send(exchange, 200, bytes);
    }

    private static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Lets the pages hear of the end, if the feed has one, and closes the port; within two seconds or so, whatever they do. */
    @Override
    public void close() {
        threads.shutdown();
        if (!ended()) {
            threads.shutdownNow(); // a thread that waits for a page to read closes its channel
            if (!ended()) {
                LOG.debug("A page's thread does not end");
            }
        }
        server.stop(0);
    }

    private boolean ended() {
        try {
            return threads.awaitTermination(CLOSE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
