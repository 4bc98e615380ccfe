/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.repository.internal;

import dev.tendon.plugins.PluginException;
import dev.tendon.plugins.PluginException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Where an index lies: a file, or on a server.
 *
 * @param index its URL
 */
record Place(URI index) {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final String INDEX = "index.xml";
    private static final int BLOCK = 1 << 16;

    /**
     * Reads what a user writes.
     *
     * @throws PluginException where it is neither an http(s) or file URL nor a path
     */
    static Place of(String text) throws PluginException {
        try {
            if (text.matches("(?i)https?://.+")) {
                URI uri = URI.create(text);
                if (uri.getHost() == null || uri.getUserInfo() != null) {
                    throw new PluginException(Kind.NO_BUNDLE, text + " names no server, or has a password in it.");
                }
                return new Place(
                        text.matches(".*\\.xml(\\?.*)?") ? uri : URI.create(text.replaceFirst("/*$", "/") + INDEX));
            }
            Path path = text.startsWith("file:") ? Path.of(URI.create(text)) : path(text);
            Path file = Files.isDirectory(path) ? path.resolve(INDEX) : path;
            return new Place(file.toAbsolutePath().normalize().toUri());
        } catch (IllegalArgumentException e) {
            throw new PluginException(
                    Kind.NO_BUNDLE,
                    "\"" + text + "\" is neither an http(s) or file URL nor a path: " + e.getMessage() + ".",
                    e);
        }
    }

    private static Path path(String text) throws PluginException {
        if (text.isBlank() || text.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
            throw new PluginException(
                    Kind.NO_BUNDLE,
                    "\"" + text + "\" is neither an http(s) or file URL nor a path of a folder or an index.");
        }
        return Path.of(text);
    }

    boolean local() {
        return "file".equals(index.getScheme());
    }

    /**
     * Where a jar is that the index names.
     *
     * @throws PluginException where the index leads out of its own folder, or from a server to a file
     */
    URI resolve(Entry entry) throws PluginException {
        try {
            URI jar = index.resolve(URI.create(entry.url()));
            if (local() ? below(jar) : onServer(jar)) {
                return jar;
            }
        } catch (IllegalArgumentException e) {
            throw new PluginException(
                    Kind.REFUSED,
                    "The index " + index + " names \"" + entry.url() + "\" for " + entry.symbolicName()
                            + ", which is no URL.",
                    e);
        }
        throw new PluginException(
                Kind.REFUSED,
                "The index " + index + " leads out of its folder for " + entry.symbolicName() + ": " + entry.url()
                        + ".");
    }

    private boolean below(URI jar) {
        if (!"file".equals(jar.getScheme()) || jar.getRawAuthority() != null) {
            return false;
        }
        Path folder = Path.of(index.resolve("."));
        Path file = Path.of(jar); // decoded, so that no escaped dots are left
        try {
            return file.normalize().startsWith(folder.normalize())
                    && (!Files.exists(file) || file.toRealPath().startsWith(folder.toRealPath()));
        } catch (IOException e) {
            return false;
        }
    }

    /** Below the index, or by https anywhere. */
    private boolean onServer(URI jar) {
        URI folder = index.resolve(".");
        boolean below = jar.normalize().toString().startsWith(folder.toString())
                && !jar.getPath().matches("(.*/)?\\.\\.(/.*)?");
        return below || ("https".equals(jar.getScheme()) && jar.getHost() != null && jar.getUserInfo() == null);
    }

    /** The index itself. */
    byte[] fetchIndex() throws IOException, InterruptedException {
        try (InputStream in = open(index)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (copy(in, out, IndexReader.MAX_BYTES) > IndexReader.MAX_BYTES) {
                throw new IOException(
                        index + " is larger than an index may be (" + (IndexReader.MAX_BYTES >> 20) + " MiB)");
            }
            return out.toByteArray();
        }
    }

    /**
     * Writes a jar into {@code out}; stops once it is longer than {@code size}.
     *
     * @return how many bytes there were, at most one block more than {@code size}
     */
    static long fetch(URI jar, long size, OutputStream out) throws IOException, InterruptedException {
        try (InputStream in = open(jar)) {
            return copy(in, out, size);
        }
    }

    private static long copy(InputStream in, OutputStream out, long most) throws IOException {
        byte[] block = new byte[BLOCK];
        long copied = 0;
        int n;
        while (copied <= most && (n = in.read(block)) >= 0) {
            out.write(block, 0, n);
            copied += n;
        }
        return copied;
    }

    private static InputStream open(URI uri) throws IOException, InterruptedException {
        if ("file".equals(uri.getScheme())) {
            return Files.newInputStream(Path.of(uri));
        }
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(Redirect.NORMAL) // never from https to http
                .build();
        HttpResponse<InputStream> response = client.send(
                HttpRequest.newBuilder(uri)
                        .timeout(ANSWER)
                        .header("User-Agent", "tendon")
                        .build(),
                BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            response.body().close();
            throw new IOException(uri + " answers " + response.statusCode());
        }
        return response.body();
    }
}
