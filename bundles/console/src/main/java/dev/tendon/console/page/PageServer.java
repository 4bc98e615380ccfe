/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.page;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves one site to whoever has its token. Thread: any. */
public final class PageServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PageServer.class);
    private static final int MOST_THREADS = 32;
    private static final long CLOSE_MS = 1000;
    /** Scripts and styles of this page only; a script sets styles by itself, which this leaves it. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
                    + "media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Site site;
    private final Token token = Token.random();
    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final Gate gate;
    private final URI address;

    /**
     * Opens the port.
     *
     * @param at a loopback address
     * @throws java.net.BindException where the port is taken
     */
    public PageServer(InetSocketAddress at, Site site) throws IOException {
        this.site = site;
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
    public URI address() {
        return address;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Gate.Decision decision =
                    gate.decide(exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders());
            headers(exchange.getResponseHeaders());
            if (decision.in()) {
                site.answer(exchange, decision.path());
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
                Answers.text(exchange, 405, "Only GET and HEAD.");
            }
            default -> Answers.text(
                    exchange,
                    status,
                    "This page needs the whole address that Tendon printed, opened on its own machine.");
        }
    }

    /** Lets pages that hear of an end end by themselves, and closes the port; within two seconds or so, whatever they do. */
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
