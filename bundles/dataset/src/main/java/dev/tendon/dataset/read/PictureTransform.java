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
     * @param epoch how often all items were drawn before; with {@code index} a reproducible random transform's seed. 0 where items are not
     *     drawn but looked at
     * @param index the item's index in the dataset
     * @param rgb the picture from position to limit, RGB24, rows without padding
     * @param width pixels
     * @param height pixels
     */
    void apply(String camera, long epoch, long index, ByteBuffer rgb, int width, int height);
}
