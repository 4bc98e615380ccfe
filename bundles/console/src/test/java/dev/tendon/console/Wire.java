/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A bare connection: says what no well-behaved client would say. */
public final class Wire implements AutoCloseable {
    private final Socket socket;

    public Wire(URI address) throws IOException {
        socket = new Socket(InetAddress.getByName(address.getHost()), address.getPort());
        socket.setSoTimeout(5000);
    }

    Socket socket() {
        return socket;
    }

    void say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Reads until the text has come. */
    String readUntil(String text) throws IOException {
        ByteArrayOutputStream got = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        int b;
        while ((b = in.read()) >= 0) {
            got.write(b);
            if (got.toString(StandardCharsets.UTF_8).contains(text)) {
                return got.toString(StandardCharsets.UTF_8);
            }
        }
        throw new IOException("The end came before \"" + text + "\": " + got.toString(StandardCharsets.UTF_8));
    }

    /** The first line of the answer; empty where the other side hangs up. */
    String status() throws IOException {
        try {
            return readUntil("\r\n").trim();
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            return "";
        }
    }

    /** The status of one GET with these header lines, which stand for all that are sent. */
    public static String get(URI address, String path, String... headers) throws IOException {
        return ask(address, "GET", path, headers);
    }

    static String ask(URI address, String method, String path, String... headers) throws IOException {
        try (Wire wire = new Wire(address)) {
            wire.say(method + " " + path + " HTTP/1.1\r\n"
                    + String.join(
                            "",
                            List.of(headers).stream().map(line -> line + "\r\n").toList()) + "\r\n");
            return wire.status();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
