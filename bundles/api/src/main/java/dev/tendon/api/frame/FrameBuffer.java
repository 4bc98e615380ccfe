/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.frame;

import dev.tendon.api.feature.Layout;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The memory of a frame: allocated once, written and read many times, without further allocation. Not thread-safe: one
 * owner at a time; who hands it on hands on all of it.
 */
public final class FrameBuffer implements Frame, FrameWriter {
    private final Layout layout;
    private final double[] values;
    private final @Nullable Image[] images;
    private final String[] texts;
    private long timestampNs;

    public FrameBuffer(Layout layout) {
        this.layout = layout;
        values = new double[layout.values()];
        images = new @Nullable Image[layout.images().size()];
        texts = new String[layout.texts().size()];
        clear();
    }

    /** Forgets everything written and releases the pictures. */
    public void clear() {
        timestampNs = 0;
        Arrays.fill(values, Double.NaN);
        Arrays.fill(texts, "");
        for (int i = 0; i < images.length; i++) {
            Image image = images[i];
            images[i] = null;
            if (image != null) {
                image.release();
            }
        }
    }

    /**
     * Takes over everything in {@code other}, pictures by reference.
     *
     * @throws IllegalArgumentException where {@code other} has fewer slots than this
     */
    public void copyFrom(Frame other) {
        other.copyValues(values);
        for (int i = 0; i < images.length; i++) {
            Image image = other.image(i);
            if (image == null) {
                dropImage(i);
            } else {
                image(i, image);
            }
        }
        for (int i = 0; i < texts.length; i++) {
            texts[i] = other.text(i);
        }
        timestampNs = other.timestampNs();
    }

    private void dropImage(int slot) {
        Image old = images[slot];
        images[slot] = null;
        if (old != null) {
            old.release();
        }
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    public long timestampNs() {
        return timestampNs;
    }

    @Override
    public void timestampNs(long timestampNs) {
        this.timestampNs = timestampNs;
    }

    @Override
    public double value(int slot) {
        return values[slot];
    }

    @Override
    public void value(int slot, double value) {
        values[slot] = value;
    }

    @Override
    public void copyValues(double[] target) {
        System.arraycopy(values, 0, target, 0, Math.min(values.length, target.length));
    }

    @Override
    public @Nullable Image image(int slot) {
        return images[slot];
    }

    @Override
    public void image(int slot, Image image) {
        if (!image.tryRetain()) {
            throw new IllegalStateException("The picture for slot " + slot + " was already released");
        }
        dropImage(slot);
        images[slot] = image;
    }

    @Override
    public String text(int slot) {
        return texts[slot];
    }

    @Override
    public void text(int slot, String text) {
        texts[slot] = text;
    }
}
