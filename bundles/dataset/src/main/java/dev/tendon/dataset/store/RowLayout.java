/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import dev.tendon.dataset.DatasetFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where a row of the journal holds what: the frame's number, its task, then each feature's elements in their own width, little
 * endian, one after the other. A text is the number of a text that was written before. Immutable. Thread: any.
 */
final class RowLayout {
    /** The columns that every dataset has, and that follow from a row's place (LeRobot 0.6, utils/constants.py). */
    static final Set<String> COUNTED = Set.of("timestamp", "frame_index", "episode_index", "index", "task_index");

    /** A byte that says "row", the frame's number and the task's text. */
    static final int HEAD = 1 + Integer.BYTES + Integer.BYTES;

    private final List<Slot> slots = new ArrayList<>();
    private final int bytes;

    /** A layout for what of {@code features} a row holds: everything but pictures and {@link #COUNTED}. */
    RowLayout(Iterable<DatasetFeature> features) {
        int at = HEAD;
        for (DatasetFeature feature : features) {
            if (feature.tabular() && !COUNTED.contains(feature.name())) {
                Width width = Width.of(feature.dtype());
                slots.add(new Slot(feature, width, at));
                at = Math.addExact(at, Math.multiplyExact(width.bytes, feature.elements()));
            }
        }
        bytes = at;
    }

    List<Slot> slots() {
        return slots;
    }

    int bytes() {
        return bytes;
    }

    /** How a number is kept. */
    enum Width {
        BYTE(1),
        SHORT(2),
        INT(4),
        LONG(8),
        FLOAT(4),
        DOUBLE(8),
        /** The number of a text. */
        TEXT(4);

        final int bytes;

        Width(int bytes) {
            this.bytes = bytes;
        }

        static Width of(String dtype) {
            return switch (dtype) {
                case "bool", "int8", "uint8" -> BYTE;
                case "int16", "uint16" -> SHORT;
                case "int32" -> INT;
                case "uint32", "int64", "uint64" -> LONG;
                case "float16", "float32" -> FLOAT;
                case "float64" -> DOUBLE;
                case "string" -> TEXT;
                default -> throw new IllegalArgumentException("A row cannot hold a " + dtype);
            };
        }
    }

    /** A feature's place: its first element is at byte {@code at}. */
    record Slot(DatasetFeature feature, Width width, int at) {
        int at(int element) {
            if (element < 0 || element >= feature.elements()) {
                throw new IndexOutOfBoundsException("\"" + feature.name() + "\" has " + feature.elements()
                        + " elements a frame; element " + element + " is none of them");
            }
            return at + element * width.bytes;
        }
    }
}
