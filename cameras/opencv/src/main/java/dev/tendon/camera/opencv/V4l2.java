/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Structures and request numbers of Video4Linux 2 (linux/videodev2.h), as far as they tell what a device can do. Numbers are those of
 * x86, ARM and RISC-V with 64 bits.
 */
final class V4l2 {
    static final int QUERYCAP = 0x80685600;
    static final int ENUM_FMT = 0xC0405602;
    static final int G_FMT = 0xC0D05604;
    static final int REQBUFS = 0xC0145608;
    static final int G_PARM = 0xC0CC5615;
    static final int ENUM_FRAMESIZES = 0xC02C564A;
    static final int ENUM_FRAMEINTERVALS = 0xC034564B;

    /** Of a device whose pictures lie in one piece of memory: {@code V4L2_BUF_TYPE_VIDEO_CAPTURE}. */
    static final int CAPTURE = 1;
    /** Of one that spreads them over several: {@code V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE}. */
    static final int CAPTURE_PLANES = 9;

    private static final int CAN_CAPTURE = 0x1;
    private static final int CAN_CAPTURE_PLANES = 0x1000;
    private static final int TELLS_OF_THE_NODE = 0x80000000;
    private static final int DISCRETE = 1;
    private static final int MMAP = 1;

    private V4l2() {}

    /**
     * {@code struct v4l2_capability}.
     *
     * @param card the camera's name
     * @param bufferType how it delivers pictures; 0: this node delivers none
     */
    record Capability(String card, int bufferType) {
        static final int SIZE = 104;
        private static final int CARD = 16;
        private static final int CARD_LENGTH = 32;
        private static final int OF_THE_DEVICE = 84;
        private static final int OF_THE_NODE = 88;

        static Capability of(byte[] bytes) {
            ByteBuffer in = in(bytes);
            int can = in.getInt(OF_THE_DEVICE);
            if ((can & TELLS_OF_THE_NODE) != 0) {
                can = in.getInt(OF_THE_NODE);
            }
            int type = (can & CAN_CAPTURE) != 0 ? CAPTURE : (can & CAN_CAPTURE_PLANES) != 0 ? CAPTURE_PLANES : 0;
            return new Capability(text(bytes, CARD, CARD_LENGTH), type);
        }
    }

    /** {@code struct v4l2_fmtdesc}: the pixel format with a number. */
    static final class Format {
        static final int SIZE = 64;
        private static final int PIXEL_FORMAT = 44;

        private Format() {}

        static byte[] question(int index, int bufferType) {
            return filled(SIZE, index, bufferType);
        }

        static int pixelFormat(byte[] bytes) {
            return in(bytes).getInt(PIXEL_FORMAT);
        }
    }

    /**
     * {@code struct v4l2_frmsizeenum}: one size, or, where the smallest is not the largest, all between in steps; in pixels.
     *
     * @param stepWidth 1 where there is one size
     * @param stepHeight 1 where there is one size
     */
    record Sizes(int minWidth, int maxWidth, int stepWidth, int minHeight, int maxHeight, int stepHeight) {
        static final int SIZE = 44;
        private static final int TYPE = 8;
        private static final int UNION = 12;

        static byte[] question(int index, int pixelFormat) {
            return filled(SIZE, index, pixelFormat);
        }

        static Sizes of(byte[] bytes) {
            ByteBuffer in = in(bytes);
            int first = in.getInt(UNION);
            int second = in.getInt(UNION + 4);
            if (in.getInt(TYPE) == DISCRETE) {
                return new Sizes(first, first, 1, second, second, 1);
            }
            return new Sizes(
                    first,
                    second,
                    Math.max(1, in.getInt(UNION + 8)),
                    in.getInt(UNION + 12),
                    in.getInt(UNION + 16),
                    Math.max(1, in.getInt(UNION + 20)));
        }

        boolean one() {
            return minWidth == maxWidth && minHeight == maxHeight;
        }

        boolean has(int width, int height) {
            return width >= minWidth
                    && width <= maxWidth
                    && (width - minWidth) % stepWidth == 0
                    && height >= minHeight
                    && height <= maxHeight
                    && (height - minHeight) % stepHeight == 0;
        }
    }

    /**
     * {@code struct v4l2_frmivalenum}: one rate, or all between; in pictures per second. The kernel tells the time between two pictures.
     */
    record Rates(double slowest, double fastest) {
        static final int SIZE = 52;
        private static final int TYPE = 16;
        private static final int UNION = 20;

        static byte[] question(int index, int pixelFormat, int width, int height) {
            return filled(SIZE, index, pixelFormat, width, height);
        }

        static Rates of(byte[] bytes) {
            ByteBuffer in = in(bytes);
            double shortest = rate(in, UNION);
            return in.getInt(TYPE) == DISCRETE
                    ? new Rates(shortest, shortest)
                    : new Rates(rate(in, UNION + 8), shortest);
        }
    }

    /**
     * {@code struct v4l2_format}: what it is set to.
     *
     * @param pixelFormat its number
     */
    record Current(int pixelFormat, int width, int height) {
        static final int SIZE = 208;
        private static final int UNION = 8;

        static byte[] question(int bufferType) {
            return filled(SIZE, bufferType);
        }

        static Current of(byte[] bytes) {
            ByteBuffer in = in(bytes);
            return new Current(in.getInt(UNION + 8), in.getInt(UNION), in.getInt(UNION + 4));
        }
    }

    /** {@code struct v4l2_streamparm}: the rate it is set to. */
    static final class CurrentRate {
        static final int SIZE = 204;
        private static final int TIME_PER_FRAME = 12;

        private CurrentRate() {}

        static byte[] question(int bufferType) {
            return filled(SIZE, bufferType);
        }

        /** Pictures per second; 0 where it does not tell. */
        static double of(byte[] bytes) {
            return rate(in(bytes), TIME_PER_FRAME);
        }
    }

    /** {@code struct v4l2_requestbuffers}, asking for none: refused where another program streams, and without effect otherwise. */
    static byte[] noBuffers(int bufferType) {
        return filled(20, 0, bufferType, MMAP);
    }

    /** A pixel format as people write it: {@code MJPG}. */
    static String fourcc(int pixelFormat) {
        return OpenCvCapture.fourcc(pixelFormat & 0x7FFFFFFF).strip(); // the top bit says: big endian
    }

    private static ByteBuffer in(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }

    private static byte[] filled(int size, int... words) {
        byte[] bytes = new byte[size];
        ByteBuffer out = in(bytes);
        for (int word : words) {
            out.putInt(word);
        }
        return bytes;
    }

    /** Of a {@code struct v4l2_fract} that holds a time in seconds. */
    private static double rate(ByteBuffer in, int at) {
        long numerator = Integer.toUnsignedLong(in.getInt(at));
        long denominator = Integer.toUnsignedLong(in.getInt(at + 4));
        return numerator == 0 ? 0 : Math.rint(1000.0 * denominator / numerator) / 1000;
    }

    private static String text(byte[] bytes, int at, int length) {
        int end = at;
        while (end < at + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, at, end - at, StandardCharsets.UTF_8);
    }
}
