/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.ffmpeg.global.avutil.*;

import dev.tendon.lib.javacv.Natives;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class PixelsTest {
    private static final int BEHIND = 256;
    private static final byte UNTOUCHED = 0x55;

    @BeforeAll
    static void load() throws Exception {
        Ffmpeg.load(new Natives(Path.of(System.getProperty("java.io.tmpdir")), "test"));
    }

    /** swscale writes whole pairs of pixels, and more: found by a fuzzer as a damaged heap. */
    @Test
    void nothingIsWrittenBehindThePictureWhateverItsSize() {
        for (int format : new int[] {AV_PIX_FMT_YUV420P, AV_PIX_FMT_YUV444P, AV_PIX_FMT_YUV420P10}) {
            for (int width = 1; width < 70; width++) {
                for (int height : new int[] {1, 2, 7, 48}) {
                    thereAndBack(format, width, height);
                }
            }
        }
    }

    private static void thereAndBack(int format, int width, int height) {
        int size = width * height * 3;
        ByteBuffer rgb = ByteBuffer.allocateDirect(size + BEHIND);
        for (int at = 0; at < rgb.capacity(); at++) {
            rgb.put(at, UNTOUCHED);
        }
        AVFrame frame = av_frame_alloc();
        try (Pixels pixels = new Pixels()) {
            frame.format(format);
            frame.width(width);
            frame.height(height);
            av_frame_get_buffer(frame, 0);
            for (int at = 0; at < size; at++) {
                rgb.put(at, (byte) 0x80);
            }
            pixels.fromRgb(rgb, frame);
            for (int at = 0; at < size; at++) {
                rgb.put(at, (byte) 0);
            }
            pixels.toRgb(frame, rgb);
        } finally {
            av_frame_free(frame);
        }
        for (int at = 0; at < size; at++) {
            assertThat(rgb.get(at) & 0xff)
                    .as("%dx%d, byte %d", width, height, at)
                    .isCloseTo(0x80, within(2));
        }
        for (int at = size; at < rgb.capacity(); at++) {
            assertThat(rgb.get(at)).as("%dx%d, behind it", width, height).isEqualTo(UNTOUCHED);
        }
    }
}
