/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.read;

import dev.tendon.dataset.DatasetFeature;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A place for an item of the dataset: one frame, with the windows around it. Filled by {@link ItemReader#read}, again and again. Thread: one
 * at a time.
 */
public final class Item {
    /** A feature's numbers or texts. */
    static final class Values {
        final Window window;
        final int elements;
        final double[] numbers;
        final String[] texts;
        final boolean[] pad;

        Values(DatasetFeature feature, Window window) {
            this.window = window;
            elements = feature.text() ? 1 : feature.elements();
            numbers = new double[feature.text() ? 0 : Math.multiplyExact(elements, window.steps())];
            texts = new String[feature.text() ? window.steps() : 0];
            pad = new boolean[window.steps()];
        }
    }

    /** A camera's pictures. */
    static final class Pictures {
        final Window window;
        final Camera camera;
        final ByteBuffer rgb;
        final boolean[] pad;

        Pictures(Camera camera, Window window) {
            this.camera = camera;
            this.window = window;
            rgb = ByteBuffer.allocateDirect(Math.multiplyExact(camera.bytes(), window.steps()));
            pad = new boolean[window.steps()];
        }

        /** The place of one picture. */
        ByteBuffer step(int step) {
            return rgb.slice(step * camera.bytes(), camera.bytes());
        }
    }

    final Map<String, Values> values = new LinkedHashMap<>();
    final Map<String, Pictures> pictures = new LinkedHashMap<>();
    long index = -1;
    int episode = -1;
    int frame = -1;
    double timestampS;
    String task = "";

    Item() {}

    /** Index of its frame in the dataset. */
    public long index() {
        return index;
    }

    public int episode() {
        return episode;
    }

    /** Index of its frame in the episode. */
    public int frame() {
        return frame;
    }

    /** Seconds since the episode's start. */
    public double timestampS() {
        return timestampS;
    }

    /** What is being done, in words. */
    public String task() {
        return task;
    }

    /** Features that are numbers or texts. */
    public Set<String> features() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** Features that are pictures. */
    public Set<String> cameras() {
        return Collections.unmodifiableSet(pictures.keySet());
    }

    /** Whether a feature has a window, and hence a first axis of {@link #steps} in LeRobot's items. */
    public boolean windowed(String feature) {
        return pictures.containsKey(feature)
                ? pictures(feature).window.given()
                : values(feature).window.given();
    }

    /** How many times of a feature it holds; 1 where no window was asked for. */
    public int steps(String feature) {
        return pictures.containsKey(feature)
                ? pictures(feature).window.steps()
                : values(feature).window.steps();
    }

    /** LeRobot's {@code FEATURE_is_pad}: whether that time is outside the episode, so that the nearest frame stands in for it. */
    public boolean pad(String feature, int step) {
        return pictures.containsKey(feature) ? pictures(feature).pad[step] : values(feature).pad[step];
    }

    /** Values of a feature in one frame. */
    public int elements(String feature) {
        return values(feature).elements;
    }

    /** A number; a truth value is 0 or 1. */
    public double number(String feature, int step, int element) {
        Values found = values(feature);
        java.util.Objects.checkIndex(element, found.elements);
        return found.numbers[step * found.elements + element];
    }

    /** Copies all numbers of a feature, by step and element, into {@code into} from {@code at} on. */
    public void numbers(String feature, float[] into, int at) {
        double[] numbers = values(feature).numbers;
        for (int i = 0; i < numbers.length; i++) {
            into[at + i] = (float) numbers[i];
        }
    }

    /** A text. */
    public String text(String feature, int step) {
        return values(feature).texts[step];
    }

    /** Pixels of a camera's pictures in a row. */
    public int width(String camera) {
        return pictures(camera).camera.width();
    }

    /** Rows of a camera's pictures. */
    public int height(String camera) {
        return pictures(camera).camera.height();
    }

    /** A picture as RGB24, rows without padding; good until the item is filled again. */
    public ByteBuffer rgb(String camera, int step) {
        return pictures(camera).step(step);
    }

    /**
     * Copies a picture as LeRobot gives it: three planes, red, green and blue, of numbers from 0 to 1.
     *
     * @param into where; 3 x height x width numbers from {@code at} on
     */
    public void chw(String camera, int step, float[] into, int at) {
        Camera shape = pictures(camera).camera;
        ByteBuffer rgb = rgb(camera, step);
        int pixels = shape.width() * shape.height();
        for (int pixel = 0; pixel < pixels; pixel++) {
            for (int channel = 0; channel < Camera.CHANNELS; channel++) {
                into[at + channel * pixels + pixel] = (rgb.get(pixel * Camera.CHANNELS + channel) & 0xff) / 255f;
            }
        }
    }

    private Values values(String feature) {
        Values found = values.get(feature);
        if (found == null) {
            throw new IllegalArgumentException("\"" + feature + "\" was not read; these were: " + values.keySet());
        }
        return found;
    }

    private Pictures pictures(String camera) {
        Pictures found = pictures.get(camera);
        if (found == null) {
            throw new IllegalArgumentException("\"" + camera + "\" was not read; these were: " + pictures.keySet());
        }
        return found;
    }
}
