/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import dev.tendon.dataset.store.RowLayout.Slot;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The row that is to be appended next; kept by its {@link EpisodeJournal} and filled anew for each frame. Features are reached by
 * their slot, looked up once. Setting allocates nothing. Thread: the journal's owner.
 */
public final class JournalRow {
    private final RowLayout layout;
    private final Texts texts;
    private final ByteBuffer bytes;

    JournalRow(RowLayout layout, Texts texts) {
        this.layout = layout;
        this.texts = texts;
        bytes = ByteBuffer.allocateDirect(layout.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Numbers texts: writes down each new one. */
    interface Texts {
        int number(String text) throws java.io.IOException;
    }

    /**
     * The slot of a feature.
     *
     * @throws IllegalArgumentException where the rows have no such feature: it holds pictures, or is counted by the store
     */
    public int slot(String feature) {
        for (int slot = 0; slot < layout.slots().size(); slot++) {
            if (layout.slots().get(slot).feature().name().equals(feature)) {
                return slot;
            }
        }
        throw new IllegalArgumentException("A row holds no \"" + feature + "\"; it holds "
                + layout.slots().stream().map(s -> s.feature().name()).toList());
    }

    /** A number, as the feature's dtype holds it; for truth values, anything but 0 is true. */
    public void set(int slot, int element, double value) {
        Slot place = layout.slots().get(slot);
        int at = place.at(element);
        switch (place.width()) {
            case FLOAT -> bytes.putFloat(at, (float) value);
            case DOUBLE -> bytes.putDouble(at, value);
            case BYTE -> bytes.put(
                    at, place.feature().dtype().equals("bool") ? (byte) (value != 0 ? 1 : 0) : (byte) (long) value);
            case SHORT -> bytes.putShort(at, (short) (long) value);
            case INT -> bytes.putInt(at, (int) (long) value);
            case LONG -> bytes.putLong(at, (long) value);
            case TEXT -> throw new IllegalArgumentException(
                    "\"" + place.feature().name() + "\" holds texts, not numbers");
        }
    }

    /** All elements of a feature, from {@code values}. */
    public void set(int slot, float[] values) {
        int elements = layout.slots().get(slot).feature().elements();
        if (values.length != elements) {
            throw new IllegalArgumentException("\""
                    + layout.slots().get(slot).feature().name() + "\" has " + elements + " elements a frame; "
                    + values.length + " were given");
        }
        for (int element = 0; element < elements; element++) {
            set(slot, element, values[element]);
        }
    }

    /** An integer, exact also above 2<sup>53</sup>. */
    public void set(int slot, int element, long value) {
        Slot place = layout.slots().get(slot);
        if (place.width() == RowLayout.Width.LONG) {
            bytes.putLong(place.at(element), value);
        } else {
            set(slot, element, (double) value);
        }
    }

    /** A text; each new one is written to the journal, so few different ones are meant. */
    public void set(int slot, String text) throws java.io.IOException {
        Slot place = layout.slots().get(slot);
        if (place.width() != RowLayout.Width.TEXT) {
            throw new IllegalArgumentException("\"" + place.feature().name() + "\" holds numbers, not texts");
        }
        bytes.putInt(place.at(0), texts.number(text));
    }

    /** The row's bytes, as record of frame {@code frame}. */
    ByteBuffer finish(int frame, int task) {
        bytes.clear();
        bytes.put(0, EpisodeJournal.ROW).putInt(1, frame).putInt(5, task);
        return bytes;
    }
}
