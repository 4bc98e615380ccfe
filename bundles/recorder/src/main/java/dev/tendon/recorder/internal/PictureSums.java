/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import dev.tendon.dataset.write.ImageStatistics;
import java.nio.ByteBuffer;

/**
 * The statistics of one camera's pictures in one episode, of every picture, as LeRobot takes them while it streams (0.6,
 * datasets/video_utils.py). Owner: the camera's lane, then the saver.
 */
record PictureSums(ImageStatistics sums, int width, int height) {
    void add(ByteBuffer rgb) {
        sums.add(rgb, width, height);
    }
}
