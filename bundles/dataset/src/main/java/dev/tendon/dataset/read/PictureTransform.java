/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.read;

import java.nio.ByteBuffer;

/**
 * Changes pictures after they are read: LeRobot's {@code image_transforms}. Thread: any, several at a time.
 */
@FunctionalInterface
public interface PictureTransform {
    /**
     * Changes a picture in its place; its size stays.
     *
     * @param camera feature name
     * @param index the item's index in the dataset, from which a reproducible random transform takes its seed
     * @param rgb the picture from position to limit, RGB24, rows without padding
     * @param width pixels
     * @param height pixels
     */
    void apply(String camera, long index, ByteBuffer rgb, int width, int height);
}
