/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes pictures as PNG, for datasets that keep them in their rows ({@code --dataset.video=false}): 8 bits a channel, RGB, each row as
 * difference to the one above, compressed at level 1 as LeRobot 0.6 does it (datasets/image_writer.py). Reuses its memory. Owner: one
 * thread.
 */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int CHANNELS = 3;
    private static final byte UP = 2;

    private final int width;
    private final int height;
    private final byte[] filtered;
    private final byte[] row;
    private final byte[] above;
    private final byte[] packed = new byte[1 << 16];
    private final Deflater deflater = new Deflater(1);

    Png(int width, int height) {
        this.width = width;
        this.height = height;
        row = new byte[CHANNELS * width];
        above = new byte[row.length];
        filtered = new byte[(row.length + 1) * height];
    }

    /** @param rgb width · height · 3 bytes from its position on */
    byte[] encode(ByteBuffer rgb) {
        ByteBuffer pixels = rgb.duplicate();
        java.util.Arrays.fill(above, (byte) 0);
        int at = 0;
        for (int y = 0; y < height; y++) {
            pixels.get(row);
            filtered[at++] = UP;
            for (int i = 0; i < row.length; i++) {
                filtered[at++] = (byte) (row[i] - above[i]);
            }
            System.arraycopy(row, 0, above, 0, row.length);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream(filtered.length / 2);
        file.writeBytes(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13);
        header.putInt(width).putInt(height).put((byte) 8).put((byte) 2).put(new byte[3]);
        chunk(file, "IHDR", header.array());
        chunk(file, "IDAT", deflated());
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private byte[] deflated() {
        deflater.reset();
        deflater.setInput(filtered);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream(filtered.length / 2);
        while (!deflater.finished()) {
            out.write(packed, 0, deflater.deflate(packed));
        }
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        file.writeBytes(name);
        file.writeBytes(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    /** Frees what the compressor holds. */
    void close() {
        deflater.end();
    }
}
