/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference;

import dev.tendon.nn.Port;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * An observation that nobody made, the same for the same seed: pictures of waves with some noise, in bytes as a camera's, and other numbers
 * from 0 to 1. Immutable.
 */
final class MadeUpObservation {
    private static final int WAVES = 4;
    private static final int NOISE = 12;
    private static final int LEVELS = 255;
    private static final int PICTURE_RANK = 4;

    private final Map<String, byte[]> bytes = new HashMap<>();

    MadeUpObservation(List<Port> inputs, long seed) {
        Random random = new Random(seed);
        for (Port port : inputs) {
            byte[] all = new byte[Math.toIntExact(port.shape().elements())];
            if (port.shape().rank() == PICTURE_RANK) {
                int height = (int) port.shape().axis(2);
                int width = (int) port.shape().axis(3);
                for (int from = 0; from < all.length; from += height * width) {
                    draw(all, from, height, width, random);
                }
            } else {
                random.nextBytes(all);
            }
            bytes.put(port.name(), all);
        }
    }

    private static void draw(byte[] plane, int from, int height, int width, Random random) {
        double[] waves = random.doubles(3 * WAVES, 0, 0.1).toArray();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int wave = 0; wave < WAVES; wave++) {
                    sum += Math.sin(waves[wave] * x + waves[WAVES + wave] * y + 100 * waves[2 * WAVES + wave]);
                }
                double level = LEVELS * (0.5 + sum / (2 * WAVES)) + random.nextInt(2 * NOISE) - NOISE;
                plane[from + y * width + x] = (byte) Math.max(0, Math.min(LEVELS, level));
            }
        }
    }

    /** The bytes of each input. */
    Map<String, byte[]> bytes() {
        return bytes;
    }
}
