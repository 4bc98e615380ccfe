/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset;

import java.util.List;

/**
 * A column of a dataset, as its {@code meta/info.json} declares it.
 *
 * @param name {@code action}, {@code observation.state}, {@code observation.images.top}, {@code timestamp} …
 * @param dtype LeRobot's spelling: {@code float32}, {@code int64}, {@code bool}, {@code string}, {@code image}, {@code video} …
 * @param shape extents, outermost first; {@code [1]} for a scalar. For a picture in the order of {@code names}
 * @param names of elements (joints) or axes; empty where the dataset gives none. Nested lists and maps, which LeRobot allows,
 *     are flattened in their order
 */
public record DatasetFeature(String name, String dtype, List<Integer> shape, List<String> names) {
    public DatasetFeature {
        shape = List.copyOf(shape);
        names = List.copyOf(names);
    }

    /** Product of the extents: how many values one frame holds. */
    public int elements() {
        int n = 1;
        for (int extent : shape) {
            n = Math.multiplyExact(n, extent);
        }
        return n;
    }

    /** Whether its pictures are in video files of their own. */
    public boolean video() {
        return dtype.equals("video");
    }

    /** Whether {@link Dataset#frames} can serve it: everything but pictures. */
    public boolean tabular() {
        return !video() && !dtype.equals("image");
    }

    /** Whether its values are texts, not numbers. */
    public boolean text() {
        return dtype.equals("string");
    }
}
