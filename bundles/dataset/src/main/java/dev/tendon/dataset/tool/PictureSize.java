/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.DatasetFeature;
import java.util.List;

/** Width and height of a feature's pictures, whose shape has its axes in the order of its names. */
record PictureSize(int width, int height) {
    static PictureSize of(DatasetFeature feature) {
        List<Integer> shape = feature.shape();
        boolean channelsFirst =
                !feature.names().isEmpty() && feature.names().get(0).startsWith("channel") && shape.size() > 2;
        int first = channelsFirst ? 1 : 0;
        return new PictureSize(shape.size() > first + 1 ? shape.get(first + 1) : 1, shape.get(first));
    }
}
