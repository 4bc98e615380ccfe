/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Weights that become integers of 8 bits, each row of an output channel with a scale of its own. */
final class Numbers {
    /**
     * Rows of integers.
     *
     * @param levels row after row
     * @param scales what a level is worth, by row
     */
    @SuppressWarnings("ArrayRecordComponent") // never handed out
    record Rows(byte[] levels, float[] scales) {}

    private Numbers() {}

    /**
     * The nearest integers.
     *
     * @param values row after row
     * @param rows how many
     * @param most the greatest level
     */
    static Rows rounded(float[] values, int rows, int most) {
        int size = values.length / rows;
        byte[] levels = new byte[values.length];
        float[] scales = new float[rows];
        for (int row = 0; row < rows; row++) {
            float greatest = 0;
            for (int i = row * size; i < (row + 1) * size; i++) {
                greatest = Math.max(greatest, Math.abs(values[i]));
            }
            scales[row] = greatest == 0 ? 1 : greatest / most;
            for (int i = row * size; i < (row + 1) * size; i++) {
                levels[i] = (byte) Math.round(values[i] / scales[row]);
            }
        }
        return new Rows(levels, scales);
    }

    /** Rows as columns. */
    static byte[] turned(byte[] levels, int rows) {
        int columns = levels.length / rows;
        byte[] turned = new byte[levels.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                turned[column * rows + row] = levels[row * columns + column];
            }
        }
        return turned;
    }

    static ByteBuffer direct(byte[] bytes) {
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }

    static ByteBuffer direct(float[] values) {
        ByteBuffer bytes =
                ByteBuffer.allocateDirect(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes;
    }

    static byte[] littleEndian(int[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(values);
        return bytes.array();
    }
}
