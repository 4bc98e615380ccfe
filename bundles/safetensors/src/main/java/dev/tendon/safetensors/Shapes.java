/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.safetensors;

/** Arithmetic on sizes that may come from a hostile file. */
final class Shapes {
    private Shapes() {}

    /** Bytes of a tensor; -1 where they overflow, an axis is negative, or the last byte is not full. */
    static long bytes(ElementType type, long[] shape) {
        long bits = type.bits();
        boolean empty = false;
        for (long axis : shape) {
            if (axis < 0) {
                return -1;
            }
            empty |= axis == 0;
        }
        if (empty) {
            return 0;
        }
        for (long axis : shape) {
            if (Math.multiplyHigh(bits, axis) != 0 || bits * axis < 0) {
                return -1;
            }
            bits *= axis;
        }
        return bits % 8 == 0 ? bits / 8 : -1;
    }
}
