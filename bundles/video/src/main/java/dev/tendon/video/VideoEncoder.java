/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Encodes frames into a file. The n-th frame, from 0, has the time stamp n/fps. Thread: its owner's, one at a time; except {@link
 * #sync} and {@link #progress}, which any thread may call. A call may take as long as the codec needs (SVT-AV1: up to some 200 ms at
 * 640x480): never call from a control loop.
 */
@ProviderType
public interface VideoEncoder extends AutoCloseable {
    /**
     * Takes a frame.
     *
     * @param rgb a direct buffer with {@link PictureFormat#rgbBytes} bytes from its position on, RGB24, rows without padding; read
     *     within the call, position unchanged
     * @throws IOException where the codec fails, or the disk is full. What is in the file already stays there
     */
    void write(ByteBuffer rgb) throws IOException;

    /**
     * Waits until what is written is on the disk. In form {@link VideoForm#FRAGMENTED} the frames written so far are then durable.
     *
     * @throws IOException where the disk says that it failed: what was written since the last sync may be lost
     */
    EncoderProgress sync() throws IOException;

    /** How far it is; does not wait. */
    EncoderProgress progress();

    /** Name that FFmpeg gives to the encoder that works here, such as {@code libsvtav1} or {@code libopenh264}. */
    String encoder();

    /**
     * Encodes what is still inside, completes the file and syncs it. Then only {@link #progress} and {@link #close} may follow.
     *
     * @throws IOException as {@link #write}
     */
    void finish() throws IOException;

    /** Frees everything. Without {@link #finish} what is inside the encoder is lost and the file ends where it ends. */
    @Override
    void close();
}
