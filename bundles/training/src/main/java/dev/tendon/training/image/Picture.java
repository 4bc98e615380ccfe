/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.image;

import java.nio.ByteBuffer;

/** A picture of numbers, mostly from 0 to 1: three planes, red, green, blue. Thread: one at a time. */
final class Picture {
    private static final int CHANNELS = 3;
    private static final float WHITE = 255f;

    final int width;
    final int height;
    final float[] red;
    final float[] green;
    final float[] blue;

    Picture(int width, int height) {
        this.width = width;
        this.height = height;
        red = new float[width * height];
        green = new float[width * height];
        blue = new float[width * height];
    }

    float[][] planes() {
        return new float[][] {red, green, blue};
    }

    int pixels() {
        return red.length;
    }

    /** Takes the pixels of RGB24 from the buffer's position on. */
    void read(ByteBuffer rgb) {
        int at = rgb.position();
        for (int i = 0; i < red.length; i++, at += CHANNELS) {
            red[i] = (rgb.get(at) & 0xff) / WHITE;
            green[i] = (rgb.get(at + 1) & 0xff) / WHITE;
            blue[i] = (rgb.get(at + 2) & 0xff) / WHITE;
        }
    }

    /** Puts the pixels, rounded, from the buffer's position on. */
    void write(ByteBuffer rgb) {
        int at = rgb.position();
        for (int i = 0; i < red.length; i++, at += CHANNELS) {
            rgb.put(at, level(red[i]));
            rgb.put(at + 1, level(green[i]));
            rgb.put(at + 2, level(blue[i]));
        }
    }

    private static byte level(float value) {
        return (byte) Math.round(clamp(value) * WHITE);
    }

    static float clamp(float value) {
        return Math.min(Math.max(value, 0f), 1f);
    }
}
