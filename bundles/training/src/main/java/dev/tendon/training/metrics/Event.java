/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.metrics;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** TensorBoard's event in protocol buffers' form: tensorflow, {@code core/util/event.proto} and {@code core/framework/summary.proto}. */
final class Event {
    private static final int EVENT_TIME = 1;
    private static final int EVENT_STEP = 2;
    private static final int EVENT_VERSION = 3;
    private static final int EVENT_SUMMARY = 5;
    private static final int SUMMARY_VALUE = 1;
    private static final int VALUE_TAG = 1;
    private static final int VALUE_SIMPLE = 2;

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Event() {}

    /** What a file begins with. */
    static byte[] version(double timeS) {
        Event event = new Event();
        event.fixed64(EVENT_TIME, Double.doubleToLongBits(timeS));
        event.bytes(EVENT_VERSION, "brain.Event:2".getBytes(StandardCharsets.UTF_8));
        return event.out.toByteArray();
    }

    /** Single numbers by name. */
    static byte[] scalars(long step, double timeS, Map<String, Double> values) {
        Event summary = new Event();
        values.forEach((name, number) -> {
            Event value = new Event();
            value.bytes(VALUE_TAG, name.getBytes(StandardCharsets.UTF_8));
            value.fixed32(VALUE_SIMPLE, Float.floatToIntBits(number.floatValue()));
            summary.bytes(SUMMARY_VALUE, value.out.toByteArray());
        });
        Event event = new Event();
        event.fixed64(EVENT_TIME, Double.doubleToLongBits(timeS));
        event.key(EVENT_STEP, VARINT);
        event.varint(step);
        event.bytes(EVENT_SUMMARY, summary.out.toByteArray());
        return event.out.toByteArray();
    }

    /** An event's step; 0 where it tells none. */
    static long step(ByteBuffer event) {
        event.order(ByteOrder.LITTLE_ENDIAN);
        while (event.hasRemaining()) {
            long key = readVarint(event);
            switch ((int) key & 7) {
                case VARINT -> {
                    long value = readVarint(event);
                    if (key >>> 3 == EVENT_STEP) {
                        return value;
                    }
                }
                case FIXED_64 -> skip(event, Long.BYTES);
                case FIXED_32 -> skip(event, Integer.BYTES);
                case BYTES -> skip(event, readVarint(event));
                default -> {
                    return 0;
                }
            }
        }
        return 0;
    }

    private static void skip(ByteBuffer event, long bytes) {
        event.position((int) Math.min(event.limit(), event.position() + Math.max(0, Math.min(bytes, event.limit()))));
    }

    private static long readVarint(ByteBuffer event) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE && event.hasRemaining(); shift += 7) {
            byte next = event.get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                break;
            }
        }
        return value;
    }

    private void key(int field, int wire) {
        varint(((long) field << 3) | wire);
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private void bytes(int field, byte[] bytes) {
        key(field, BYTES);
        varint(bytes.length);
        out.writeBytes(bytes);
    }

    private void fixed64(int field, long bits) {
        key(field, FIXED_64);
        out.writeBytes(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(bits)
                .array());
    }

    private void fixed32(int field, int bits) {
        key(field, FIXED_32);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(bits)
                .array());
    }
}
