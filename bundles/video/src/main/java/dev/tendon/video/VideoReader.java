/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Decodes frames of one file. Thread: one at a time. Holds a file handle and some megabytes of native memory until {@link #close}; never
 * more than a few frames.
 *
 * <p>Frames come as RGB24, rows without padding, {@link VideoInfo#rgbBytes} bytes from the buffer's position on, which does not move. The
 * buffer must be direct.
 */
@ProviderType
public interface VideoReader extends AutoCloseable {
    /** What the file says of itself. */
    VideoInfo info();

    /**
     * The frame nearest to a time, as LeRobot finds it ({@code decode_video_frames}): the nearest, of two equally near the earlier, and
     * only if it is not farther away than the tolerance. Asking for times in order costs no seek.
     *
     * @param timestampS seconds
     * @param toleranceS largest distance, seconds; LeRobot's default is 1e-4
     * @param rgb where to put it
     * @return its time stamp, seconds
     * @throws FrameNotFoundException where there is none so near
     * @throws IOException where the file is damaged
     */
    double frame(double timestampS, double toleranceS, ByteBuffer rgb) throws IOException;

    /**
     * The frame after the one that was read last, the first after opening.
     *
     * @param rgb where to put it
     * @return its time stamp in seconds, or NaN after the last
     * @throws IOException where the file is damaged
     */
    double next(ByteBuffer rgb) throws IOException;

    @Override
    void close();
}
