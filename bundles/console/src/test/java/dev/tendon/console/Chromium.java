/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tendon.api.time.SystemClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A real browser without a screen, driven by its DevTools protocol: one page. Source of the protocol:
 * chromedevtools.github.io/devtools-protocol, version 1.3.
 */
public final class Chromium implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path profile;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private final StringBuffer problems = new StringBuffer();
    private WebSocket socket;

    /** Where it is: the environment variable CHROMIUM, or where Debian puts it; empty where there is none. */
    public static Optional<Path> installed() {
        return Stream.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"), "/usr/bin/chromium-browser")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    public Chromium(Path program, Path folder) throws Exception {
        profile = Files.createTempDirectory(folder, "chromium");
        Path log = profile.resolve("log.txt");
        process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + profile,
                        "--remote-debugging-port=0",
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            connect();
        } catch (Exception | Error e) {
            close();
            throw e;
        }
    }

    private void connect() throws Exception {
        Path portFile = profile.resolve("DevToolsActivePort");
        SystemClock clock = new SystemClock();
        long deadline = clock.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(portFile) || Files.readAllLines(portFile).size() < 2) {
            if (clock.nanoTime() > deadline || !process.isAlive()) {
                throw new IOException("Chromium did not start:\n" + Files.readString(profile.resolve("log.txt")));
            }
            clock.sleepUntil(clock.nanoTime() + 20_000_000);
        }
        String port = Files.readAllLines(portFile).get(0);
        HttpResponse<String> targets = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        String page = Stream.of(JSON.readValue(targets.body(), JsonNode[].class))
                .filter(target -> target.get("type").textValue().equals("page"))
                .findFirst()
                .orElseThrow()
                .get("webSocketDebuggerUrl")
                .textValue();
        socket = http.newWebSocketBuilder()
                .buildAsync(URI.create(page), new Listener())
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        ask("Page.enable", Map.of());
        ask("Runtime.enable", Map.of());
        ask("Log.enable", Map.of());
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                take(text.toString());
                text.setLength(0);
            }
            webSocket.request(1);
            return null;
        }
    }

    private void take(String message) {
        JsonNode json;
        try {
            json = JSON.readTree(message);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        if (json.has("id")) {
            answers.remove(json.get("id").intValue()).complete(json);
        } else if (json.get("method").textValue().equals("Runtime.exceptionThrown")
                || json.get("method").textValue().equals("Log.entryAdded")) {
            problems.append(json.get("params")).append('\n');
        }
    }

    private JsonNode ask(String method, Map<String, ?> parameters) throws Exception {
        int id = number.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        JsonNode json = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (json.has("error")) {
            throw new IOException(method + ": " + json.get("error"));
        }
        return json.get("result");
    }

    public void size(int width, int height) throws Exception {
        ask(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    public void dark(boolean dark) throws Exception {
        ask(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    public void open(URI address) throws Exception {
        ask("Page.navigate", Map.of("url", address.toString()));
    }

    /** The value of a JavaScript expression, a promise's once it is there. */
    public JsonNode evaluate(String expression) throws Exception {
        JsonNode result =
                ask("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new IOException(expression + ": " + result.get("exceptionDetails"));
        }
        JsonNode value = result.get("result").get("value");
        return value == null ? JSON.nullNode() : value;
    }

    /** Waits until a JavaScript expression is true; one that throws, because its element is not there yet, is not. */
    public void until(String condition) throws Exception {
        SystemClock clock = new SystemClock();
        long deadline = clock.nanoTime() + PATIENCE.toNanos();
        String tried = "(() => { try { return !!(" + condition + "); } catch { return false; } })()";
        while (!evaluate(tried).booleanValue()) {
            if (clock.nanoTime() > deadline) {
                throw new AssertionError("It never became true: " + condition + "\nproblems: " + problems + "\npage: "
                        + evaluate("document.body.innerText"));
            }
            clock.sleepUntil(clock.nanoTime() + 50_000_000);
        }
    }

    /** Presses and lets go of a key: {@code ArrowRight}, {@code n}, or a space. */
    public void key(String key) throws Exception {
        Map<String, String> down = key.length() == 1
                ? Map.of("type", "keyDown", "key", key, "text", key)
                : Map.of("type", "keyDown", "key", key);
        ask("Input.dispatchKeyEvent", down);
        ask("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
    }

    /** Presses the mouse at one place and lets go of it at another, in pixels of the page that is in sight. */
    public void drag(double fromX, double fromY, double toX, double toY) throws Exception {
        mouse("mouseMoved", fromX, fromY, "none");
        mouse("mousePressed", fromX, fromY, "left");
        mouse("mouseMoved", toX, toY, "left");
        mouse("mouseReleased", toX, toY, "left");
    }

    private void mouse(String type, double x, double y, String button) throws Exception {
        ask("Input.dispatchMouseEvent", Map.of("type", type, "x", x, "y", y, "button", button, "clickCount", 1));
    }

    /** Errors of scripts, refused resources, violations of the content policy. */
    public String problems() {
        return problems.toString();
    }

    public void screenshot(Path file) throws Exception {
        String data = ask("Page.captureScreenshot", Map.of("captureBeyondViewport", true))
                .get("data")
                .textValue();
        Files.write(file, Base64.getDecoder().decode(data));
    }

    @Override
    public void close() throws IOException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            // A process that is just going may still write; the folder is a build's.
        }
    }
}
