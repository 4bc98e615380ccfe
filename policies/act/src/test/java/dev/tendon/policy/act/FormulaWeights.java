/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import dev.tendon.nn.Shape;
import dev.tendon.nn.WeightSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Weights that follow the formula in the README among the resources. */
final class FormulaWeights implements WeightSource {
    private record Entry(Shape shape, float bound, float offset) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    FormulaWeights(Path table) throws IOException {
        for (String line : Files.readAllLines(table)) {
            String[] cells = line.split(",", -1);
            if (!cells[2].isEmpty()) { // the others are tables that inference does not use
                entries.put(
                        cells[0], new Entry(axes(cells[1]), Float.parseFloat(cells[2]), Float.parseFloat(cells[3])));
            }
        }
    }

    private static Shape axes(String axes) {
        return Shape.of(
                Arrays.stream(axes.split("x")).mapToLong(Long::parseLong).toArray());
    }

    @Override
    public Set<String> names() {
        return entries.keySet();
    }

    @Override
    public Shape shape(String name) {
        return entries.get(name).shape();
    }

    @Override
    public ByteBuffer float32(String name) {
        Entry entry = entries.get(name);
        int count = (int) entry.shape().elements();
        ByteBuffer bytes = ByteBuffer.allocateDirect(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        FloatBuffer values = bytes.asFloatBuffer();
        long hash = hash(name);
        for (int i = 0; i < count; i++) {
            long z = hash + (i + 1) * 0x9E3779B97F4A7C15L;
            z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
            z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
            z ^= z >>> 31;
            values.put(((z >>> 40) * 0x1p-23f - 1) * entry.bound() + entry.offset());
        }
        return bytes;
    }

    private static long hash(String name) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }
}
