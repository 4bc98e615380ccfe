/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.read;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.DatasetFeature;

/**
 * A feature that is pictures.
 *
 * @param key feature name
 * @param video whether they are in video files; else in the data files
 * @param width pixels
 * @param height pixels
 */
record Camera(String key, boolean video, int width, int height) {
    static final int CHANNELS = 3;
    private static final int MOST_PIXELS = 64 << 20;

    /** The camera of a feature, whose shape has its axes in the order of its names. */
    static Camera of(DatasetFeature feature) {
        boolean channelsFirst =
                !feature.names().isEmpty() && feature.names().get(0).startsWith("channel");
        if (feature.shape().size() != 3) {
            throw new ConfigException("\"" + feature.name() + "\" has pictures of shape " + feature.shape()
                    + ", which has not three axes. Leave that feature out");
        }
        int channels = feature.shape().get(channelsFirst ? 0 : 2);
        int height = feature.shape().get(channelsFirst ? 1 : 0);
        int width = feature.shape().get(channelsFirst ? 2 : 1);
        if (channels != CHANNELS) {
            throw new ConfigException("\"" + feature.name() + "\" has pictures of " + channels
                    + " channels: depth and other pictures than RGB are not read yet. Leave that feature out");
        }
        if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
            throw new ConfigException("\"" + feature.name() + "\" has pictures of " + width + "x" + height
                    + " pixels, which is not possible. Leave that feature out");
        }
        return new Camera(feature.name(), feature.video(), width, height);
    }

    /** Bytes of a picture as RGB24. */
    int bytes() {
        return Math.multiplyExact(Math.multiplyExact(width, height), CHANNELS);
    }
}
