/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.term;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Reads lines of a stream that cannot be interrupted, so that the reader can: a thread of its own reads, one line for each that
 * is asked for. A line that nobody waits for any more answers the next question. Thread: one reader at a time.
 */
final class LineReader {
    private final InputStream in;
    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
    private boolean reading;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** The next line without its end; empty at the end of the stream. */
    Optional<String> next() throws InterruptedException {
        begin();
        Optional<String> line = lines.take();
        taken();
        return line;
    }

    /**
     * Whether the next line, or the end of the stream, is there: {@link #next} then gives it at once. Waits for nothing; the first
     * call begins to read.
     */
    boolean ready() {
        begin();
        return !lines.isEmpty();
    }

    private synchronized void begin() {
        if (!reading) {
            reading = true;
            Thread thread = new Thread(this::readOne, "tendon-stdin");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private synchronized void taken() {
        reading = false;
    }

    private void readOne() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        Optional<String> answer;
        try {
            int b;
            while ((b = in.read()) >= 0 && b != '\n') {
                line.write(b);
            }
            answer = b < 0 && line.size() == 0
                    ? Optional.empty()
                    : Optional.of(line.toString(StandardCharsets.UTF_8).stripTrailing());
        } catch (IOException e) {
            answer = Optional.empty();
        }
        lines.add(answer);
    }
}
