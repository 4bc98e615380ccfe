/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.page;

import com.sun.net.httpserver.HttpExchange;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Ways to answer. Thread: any. */
public final class Answers {
    private static final int PIECE = 64 << 10;

    private Answers() {}

    /** A line of text. */
    public static void text(HttpExchange exchange, int status, String text) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        send(exchange, status, (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes from memory. */
    public static void bytes(HttpExchange exchange, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        send(exchange, 200, bytes);
    }

    private static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** A file, or the part of it that was asked for (RFC 9110, section 14), of which one megabyte at most. */
    public static void file(HttpExchange exchange, String type, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long length = channel.size();
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
            ByteRange part = ByteRange.of(exchange.getRequestHeaders().get("Range"), length);
            if (!part.satisfiable()) {
                exchange.getResponseHeaders().set("Content-Range", "bytes */" + length);
                exchange.sendResponseHeaders(416, -1);
                return;
            }
            if (part.partial()) {
                exchange.getResponseHeaders()
                        .set("Content-Range", "bytes " + part.from() + "-" + (part.to() - 1) + "/" + length);
            }
            int status = part.partial() ? 206 : 200;
            if (exchange.getRequestMethod().equals("HEAD") || part.length() == 0) {
                exchange.sendResponseHeaders(status, -1);
                return;
            }
            exchange.sendResponseHeaders(status, part.length());
            copy(channel, part, exchange.getResponseBody());
        }
    }

    private static void copy(FileChannel channel, ByteRange part, OutputStream out) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        long at = part.from();
        while (at < part.to()) {
            piece.clear().limit((int) Math.min(PIECE, part.to() - at));
            int read = channel.read(piece, at);
            if (read < 0) {
                throw new EOFException("The file has become shorter");
            }
            out.write(piece.array(), 0, read);
            at += read;
        }
    }

    /** There is no such thing. */
    public static void missing(HttpExchange exchange, @Nullable String what) throws IOException {
        text(exchange, 404, "There is no such " + (what == null ? "page" : what) + ".");
    }
}
