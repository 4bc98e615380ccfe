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
    private static final int AT_ONCE = 32;

    private final PointerPointer<Pointer> plane = new PointerPointer<>(4L);
    private final IntPointer stride = new IntPointer(4L);
    private @Nullable SwsContext scaler;
    private @Nullable AVFrame padded;
    private int colours = AVCOL_SPC_UNSPECIFIED;
    private int range = AVCOL_RANGE_UNSPECIFIED;

    /** Puts RGB24 into a frame that has its size, format and memory. */
    void fromRgb(ByteBuffer rgb, AVFrame frame) {
        SwsContext context = context(frame, AV_PIX_FMT_RGB24, frame.format());
        try (BytePointer bytes = at(rgb, frame)) {
            if (exact(frame)) {
                plane.put(0, bytes);
                stride.put(0, frame.width() * CHANNELS);
                sws_scale(context, plane, stride, 0, frame.height(), frame.data(), frame.linesize());
            } else {
                AVFrame wide = padded(frame);
                copy(bytes, frame.width() * CHANNELS, wide.data(0), wide.linesize(0), frame);
                sws_scale(context, wide.data(), wide.linesize(), 0, frame.height(), frame.data(), frame.linesize());
            }
        }
    }

    /** Puts a frame's pixels into RGB24. */
    void toRgb(AVFrame frame, ByteBuffer rgb) {
        SwsContext context = context(frame, frame.format(), AV_PIX_FMT_RGB24);
        colours(context, frame);
        try (BytePointer bytes = at(rgb, frame)) {
            if (exact(frame)) {
                plane.put(0, bytes);
                stride.put(0, frame.width() * CHANNELS);
                sws_scale(context, frame.data(), frame.linesize(), 0, frame.height(), plane, stride);
            } else {
                AVFrame wide = padded(frame);
                sws_scale(context, frame.data(), frame.linesize(), 0, frame.height(), wide.data(), wide.linesize());
                copy(wide.data(0), wide.linesize(0), bytes, frame.width() * CHANNELS, frame);
            }
        }
    }

    private void colours(SwsContext context, AVFrame frame) {
        if (frame.colorspace() == colours && frame.color_range() == range) {
            return;
        }
        colours = frame.colorspace();
        range = frame.color_range();
        int full = range == AVCOL_RANGE_JPEG ? 1 : 0;
        sws_setColorspaceDetails(
                context, sws_getCoefficients(colours), full, sws_getCoefficients(SWS_CS_DEFAULT), 1, 0, ONE, ONE);
    }

    /** Whether swscale keeps to the last pixel: it works on up to 32 at once, and over the end of rows that are no multiple of that. */
    private static boolean exact(AVFrame frame) {
        return frame.width() % AT_ONCE == 0;
    }

    /** RGB24 of the frame's size with room behind each row. */
    private AVFrame padded(AVFrame like) {
        AVFrame wide = padded;
        if (wide != null && wide.width() == like.width() && wide.height() == like.height()) {
            return wide;
        }
        freePadded();
        wide = av_frame_alloc();
        padded = wide;
        wide.format(AV_PIX_FMT_RGB24);
        wide.width(like.width());
        wide.height(like.height());
        if (av_frame_get_buffer(wide, 0) < 0) {
            throw new OutOfMemoryError("for a frame of " + like.width() + "x" + like.height());
        }
        return wide;
    }

    private void freePadded() {
        if (padded != null) {
            av_frame_free(padded);
            padded = null;
        }
    }

    private static void copy(BytePointer from, int fromStride, BytePointer to, int toStride, AVFrame shape) {
        av_image_copy_plane(to, toStride, from, fromStride, shape.width() * CHANNELS, shape.height());
    }

    private static BytePointer at(ByteBuffer rgb, AVFrame frame) {
        long size = (long) frame.width() * frame.height() * CHANNELS;
        if (!rgb.isDirect() || rgb.remaining() < size) {
            throw new IllegalArgumentException("a direct buffer of " + size + " bytes is needed, not " + rgb);
        }
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
        freePadded();
        plane.close();
        stride.close();
    }
}
