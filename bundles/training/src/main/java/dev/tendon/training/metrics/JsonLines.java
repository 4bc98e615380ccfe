/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.metrics;

import dev.tendon.api.json.PythonJson;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of JSON for each step: {@code {"step": 200, "wall_time_s": 1.7e9, "train/loss": 0.5}}. Thread: its owner's. */
final class JsonLines implements Closeable {
    private static final Pattern STEP = Pattern.compile("\\{\"step\": (\\d{1,18}),.*\\}");

    private final FileChannel channel;

    private JsonLines(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens {@code file} behind its last whole line of a step up to {@code done}. */
    static JsonLines open(Path file, long done) throws IOException {
        long kept = Files.exists(file) ? kept(file, done) : 0;
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            channel.truncate(kept).position(kept);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return new JsonLines(channel);
    }

    private static long kept(Path file, long done) throws IOException {
        long kept = 0;
        long at = 0;
        StringBuilder line = new StringBuilder();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                at++;
                if (b != '\n') {
                    line.append((char) b);
                    continue;
                }
                Matcher matcher = STEP.matcher(line);
                if (!matcher.matches() || Long.parseLong(matcher.group(1)) > done) {
                    break;
                }
                kept = at;
                line.setLength(0);
            }
        }
        return kept;
    }

    void write(long step, double timeS, Map<String, Double> values) throws IOException {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("step", step);
        plain.put("wall_time_s", timeS);
        values.forEach((name, value) -> plain.put(name, Double.isFinite(value) ? value : null));
        ByteBuffer bytes = ByteBuffer.wrap((PythonJson.line(plain) + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    void sync() throws IOException {
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
