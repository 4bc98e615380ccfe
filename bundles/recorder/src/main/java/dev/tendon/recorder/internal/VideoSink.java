/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import dev.tendon.video.VideoEncoder;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A camera's pictures into its video; and into its statistics. */
final class VideoSink implements PictureSink {
    private final VideoEncoder encoder;
    private final PictureSums statistics;

    VideoSink(VideoEncoder encoder, PictureSums statistics) {
        this.encoder = encoder;
        this.statistics = statistics;
    }

    @Override
    public void write(ByteBuffer rgb) throws IOException {
        encoder.write(rgb);
        statistics.add(rgb);
    }

    @Override
    public long durable() throws IOException {
        return encoder.sync().durable();
    }

    @Override
    public void finish() throws IOException {
        encoder.finish();
    }

    @Override
    public void close() {
        encoder.close();
    }
}
