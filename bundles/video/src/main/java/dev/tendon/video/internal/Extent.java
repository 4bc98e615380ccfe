/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video.internal;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * How many frames there are from where an input stands to its end, and from when to when they last.
 *
 * @param start ticks of the video stream; 0 where there is no frame
 * @param end ticks of the video stream
 */
record Extent(long frames, long start, long end) {
    static Extent of(Input input) throws IOException {
        AVPacket packet = av_packet_alloc();
        try {
            long frames = 0;
            long start = Long.MAX_VALUE;
            long end = 0;
            while (input.read(packet)) {
                if (input.isVideo(packet) && packet.size() > 0) {
                    long time = packet.pts() == AV_NOPTS_VALUE ? packet.dts() : packet.pts();
                    frames++;
                    start = Math.min(start, time);
                    end = Math.max(end, time + packet.duration());
                }
                av_packet_unref(packet);
            }
            input.seek(0);
            return new Extent(frames, frames == 0 ? 0 : start, end);
        } finally {
            av_packet_free(packet);
        }
    }
}
