/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal.columnar;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A FlatBuffers message under construction, from its end to its beginning, as the format's own builders lay it out
 * (flatbuffers.dev, "FlatBuffer Internals"). Objects are named by their distance from the end. Thread: its creator's.
 */
final class FlatBuffer {
    private static final int WORD = 4;

    private ByteBuffer bytes = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
    private int start = bytes.capacity();
    private int alignment = 1;
    private final List<Integer> tableShapes = new ArrayList<>();
    private int[] slots = {};
    private int tableStart;

    /** Where the next object ends, from the end of the message. */
    private int size() {
        return bytes.capacity() - start;
    }

    /** Makes room for {@code length} bytes at the place where they and {@code after} more end up aligned. */
    private void align(int length, int after) {
        alignment = Math.max(alignment, length);
        int padding = -(size() + after) & (length - 1);
        reserve(padding + length + after);
        for (int i = 0; i < padding; i++) {
            bytes.put(--start, (byte) 0);
        }
    }

    private void reserve(int length) {
        while (start < length) {
            ByteBuffer larger = ByteBuffer.allocate(bytes.capacity() * 2).order(ByteOrder.LITTLE_ENDIAN);
            larger.position(bytes.capacity()).put(bytes.rewind());
            start += bytes.capacity();
            bytes = larger.rewind();
        }
    }

    private void putInt(int value) {
        align(WORD, 0);
        start -= WORD;
        bytes.putInt(start, value);
    }

    private void putShort(int value) {
        align(2, 0);
        start -= 2;
        bytes.putShort(start, (short) value);
    }

    private void putReference(int object) {
        align(WORD, 0);
        putInt(size() - object + WORD);
    }

    /** A text; returns the object. */
    int text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        align(1, 0);
        bytes.put(--start, (byte) 0);
        align(WORD, utf8.length);
        start -= utf8.length;
        bytes.put(start, utf8);
        putInt(utf8.length);
        return size();
    }

    /** A vector of objects; returns the object. */
    int vector(List<Integer> objects) {
        align(WORD, WORD * objects.size());
        for (int i = objects.size() - 1; i >= 0; i--) {
            putReference(objects.get(i));
        }
        putInt(objects.size());
        return size();
    }

    /** Begins a table of {@code fields} fields; then come the fields, the last one first. */
    void beginTable(int fields) {
        slots = new int[fields];
        tableStart = size();
    }

    void addReference(int slot, int object) {
        putReference(object);
        slots[slot] = size();
    }

    /** A field of four bytes; 0 is the default, and left out. */
    void addInt(int slot, int value) {
        if (value != 0) {
            putInt(value);
            slots[slot] = size();
        }
    }

    /** A field of two bytes. */
    void addShort(int slot, int value) {
        if (value != 0) {
            putShort(value);
            slots[slot] = size();
        }
    }

    /** A field of one byte. */
    void addByte(int slot, int value) {
        if (value != 0) {
            align(1, 0);
            bytes.put(--start, (byte) value);
            slots[slot] = size();
        }
    }

    /** Ends a table; returns the object. Tables of one layout share its description. */
    int endTable() {
        putInt(0);
        int table = size();
        int used = slots.length;
        while (used > 0 && slots[used - 1] == 0) {
            used--;
        }
        for (int slot = used - 1; slot >= 0; slot--) {
            putShort(slots[slot] == 0 ? 0 : table - slots[slot]);
        }
        putShort(table - tableStart);
        putShort((used + 2) * 2);
        int shape = size();
        for (int known : tableShapes) {
            if (Arrays.equals(shape(known), shape(shape))) {
                start = bytes.capacity() - table;
                bytes.putInt(start, known - table);
                return table;
            }
        }
        tableShapes.add(shape);
        bytes.putInt(bytes.capacity() - table, shape - table);
        return table;
    }

    private byte[] shape(int object) {
        int at = bytes.capacity() - object;
        return Arrays.copyOfRange(bytes.array(), at, at + bytes.getShort(at));
    }

    /** The whole message, which begins with where {@code root} is. */
    byte[] finish(int root) {
        align(alignment, WORD);
        putReference(root);
        return Arrays.copyOfRange(bytes.array(), start, bytes.capacity());
    }
}
