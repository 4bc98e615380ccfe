/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video.internal;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Decodes the end of a fragmented file: what was written after the last sync has the right size after a loss of power, but perhaps not
 * the right bytes.
 */
final class Tail {
    /** More than lies between two syncs, which are a second apart. */
    private static final double DECODED_S = 3;

    private Tail() {}

    /** How many of the frames in whole fragments are good, given that all but its last seconds are. */
    static long good(Path file, Fragments fragments) throws IOException {
        if (fragments.frames() == 0) {
            return 0;
        }
        List<Long> times = new ArrayList<>();
        int first;
        try (Input input = Input.open(file)) {
            first = list(input, fragments.frames(), times);
        }
        try (Input input = Input.open(file);
                Codec decoder = input.decoder(1)) {
            Set<Long> decoded = decode(input, decoder, first, times.size());
            int good = first;
            while (good < times.size() && decoded.contains(times.get(good))) {
                good++;
            }
            return good;
        }
    }

    /** Lists the frames' times; the index of the key frame from which to decode. */
    private static int list(Input input, long frames, List<Long> times) throws IOException {
        List<Integer> keys = new ArrayList<>();
        AVPacket packet = av_packet_alloc();
        try {
            while (times.size() < frames && input.read(packet)) {
                if (input.isVideo(packet)) {
                    if ((packet.flags() & AV_PKT_FLAG_KEY) != 0) {
                        keys.add(times.size());
                    }
                    times.add(packet.pts());
                }
                av_packet_unref(packet);
            }
        } finally {
            av_packet_free(packet);
        }
        int first = 0;
        for (int key : keys) {
            if (input.seconds(times.get(times.size() - 1) - times.get(key)) >= DECODED_S) {
                first = key;
            }
        }
        return first;
    }

    private static Set<Long> decode(Input input, Codec decoder, int first, int end) throws IOException {
        Set<Long> decoded = new HashSet<>();
        AVPacket packet = av_packet_alloc();
        AVFrame frame = av_frame_alloc();
        try {
            int index = 0;
            while (index < end && input.read(packet)) {
                if (input.isVideo(packet)) {
                    if (index >= first && avcodec_send_packet(decoder.context(), packet) < 0) {
                        break;
                    }
                    index++;
                    receive(decoder, frame, decoded);
                }
                av_packet_unref(packet);
            }
            avcodec_send_packet(decoder.context(), (AVPacket) null);
            receive(decoder, frame, decoded);
        } finally {
            av_packet_free(packet);
            av_frame_free(frame);
        }
        return decoded;
    }

    private static void receive(Codec decoder, AVFrame frame, Set<Long> decoded) {
        while (avcodec_receive_frame(decoder.context(), frame) >= 0) {
            decoded.add(frame.pts());
            av_frame_unref(frame);
        }
    }
}
