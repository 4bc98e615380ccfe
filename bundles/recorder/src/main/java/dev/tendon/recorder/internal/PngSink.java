/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import java.nio.ByteBuffer;

/** A camera's pictures into the rows, as PNG; the journal makes them durable. */
final class PngSink implements PictureSink {
    private final String key;
    private final Png png;
    private final JournalLane journal;
    private final PictureSums statistics;

    PngSink(String key, Png png, JournalLane journal, PictureSums statistics) {
        this.key = key;
        this.png = png;
        this.journal = journal;
        this.statistics = statistics;
    }

    @Override
    public void write(ByteBuffer rgb) {
        journal.image(key, png.encode(rgb));
        statistics.add(rgb);
    }

    @Override
    public long durable() {
        return -1;
    }

    @Override
    public void finish() {
        // the journal has them
    }

    @Override
    public void close() {
        png.close();
    }
}
