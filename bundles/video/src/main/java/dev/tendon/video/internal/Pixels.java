/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video.internal;

import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swscale.*;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/** Between RGB24 in the caller's memory and a codec's frame, as PyAV converts it. Thread: one at a time. */
final class Pixels implements AutoCloseable {
    private static final int CHANNELS = 3;
    private static final int ONE = 1 << 16;

    private final PointerPointer<Pointer> plane = new PointerPointer<>(4L);
    private final IntPointer stride = new IntPointer(4L);
    private @Nullable SwsContext scaler;
    private int colours = AVCOL_SPC_UNSPECIFIED;
    private int range = AVCOL_RANGE_UNSPECIFIED;

    /** Puts RGB24 into a frame that has its size, format and memory. */
    void fromRgb(ByteBuffer rgb, AVFrame frame) {
        SwsContext context = context(frame, AV_PIX_FMT_RGB24, frame.format());
        try (BytePointer bytes = at(rgb, frame)) {
            sws_scale(context, plane.put(0, bytes), stride, 0, frame.height(), frame.data(), frame.linesize());
        }
    }

    /** Puts a frame's pixels into RGB24. */
    void toRgb(AVFrame frame, ByteBuffer rgb) {
        SwsContext context = context(frame, frame.format(), AV_PIX_FMT_RGB24);
        if (frame.colorspace() != colours || frame.color_range() != range) {
            colours = frame.colorspace();
            range = frame.color_range();
            IntPointer table = sws_getCoefficients(colours);
            sws_setColorspaceDetails(
                    context,
                    table,
                    range == AVCOL_RANGE_JPEG ? 1 : 0,
                    sws_getCoefficients(SWS_CS_DEFAULT),
                    1,
                    0,
                    ONE,
                    ONE);
        }
        try (BytePointer bytes = at(rgb, frame)) {
            sws_scale(context, frame.data(), frame.linesize(), 0, frame.height(), plane.put(0, bytes), stride);
        }
    }

    private BytePointer at(ByteBuffer rgb, AVFrame frame) {
        long size = (long) frame.width() * frame.height() * CHANNELS;
        if (!rgb.isDirect() || rgb.remaining() < size) {
            throw new IllegalArgumentException("a direct buffer of " + size + " bytes is needed, not " + rgb);
        }
        stride.put(0, frame.width() * CHANNELS);
        BytePointer bytes = new BytePointer(rgb);
        bytes.position(rgb.position());
        return bytes;
    }

    private SwsContext context(AVFrame frame, int from, int to) {
        SwsContext before = scaler;
        SwsContext now = sws_getCachedContext(
                before,
                frame.width(),
                frame.height(),
                from,
                frame.width(),
                frame.height(),
                to,
                SWS_BILINEAR,
                (SwsFilter) null,
                (SwsFilter) null,
                (DoublePointer) null);
        if (now == null) {
            scaler = null;
            throw new IllegalArgumentException("swscale does not convert pixel format " + from + " to " + to);
        }
        if (before == null || now.address() != before.address()) {
            colours = AVCOL_SPC_UNSPECIFIED;
            range = AVCOL_RANGE_UNSPECIFIED;
        }
        scaler = now;
        return now;
    }

    @Override
    public void close() {
        if (scaler != null) {
            sws_freeContext(scaler);
            scaler = null;
        }
        plane.close();
        stride.close();
    }
}
