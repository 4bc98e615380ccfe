/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video;

/**
 * What a video file says of itself.
 *
 * @param codec FFmpeg's name of the coding: {@code av1}, {@code h264}, {@code hevc}, {@code vp9}, {@code mpeg4} …
 * @param pixFmt FFmpeg's name of the pixel format, such as {@code yuv420p}
 * @param width pixels
 * @param height pixels
 * @param channels components of a pixel: 3 for {@code yuv420p}, 1 for {@code gray12le}
 * @param fps frames per second
 * @param frames how many there are
 * @param startS time stamp of the first frame, seconds
 * @param durationS seconds from the file's time 0 to the end of the last frame
 * @param hasAudio whether there is a sound track beside the pictures
 */
public record VideoInfo(
        String codec,
        String pixFmt,
        int width,
        int height,
        int channels,
        double fps,
        long frames,
        double startS,
        double durationS,
        boolean hasAudio) {
    /** Bytes of one frame as RGB24 without padding. */
    public int rgbBytes() {
        return Math.multiplyExact(Math.multiplyExact(width, height), 3);
    }
}
