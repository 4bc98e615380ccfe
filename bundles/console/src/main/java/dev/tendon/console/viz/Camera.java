/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

import dev.tendon.dataset.DatasetFeature;
import java.util.List;

/**
 * A feature that holds pictures.
 *
 * @param feature its declaration
 * @param folder where the page keeps its files: a number and a name of harmless letters
 */
record Camera(DatasetFeature feature, String folder) {
    /** For the {@code number}-th camera. */
    static Camera of(DatasetFeature feature, int number) {
        String tail = feature.name().substring(feature.name().lastIndexOf('.') + 1);
        String harmless = tail.replaceAll("[^A-Za-z0-9_-]", "");
        String name = harmless.substring(0, Math.min(40, harmless.length()));
        return new Camera(feature, number + (name.isEmpty() ? "" : "-" + name));
    }

    boolean video() {
        return feature.video();
    }

    /** Height or width, wherever the dataset has it among its axes; 0 where it does not say. */
    int extent(String axis) {
        int at = feature.names().indexOf(axis);
        List<Integer> shape = feature.shape();
        if (at < 0 && shape.size() == 3) {
            boolean channelsFirst = shape.get(0) <= 4 && shape.get(2) > 4;
            at = (axis.equals("height") ? 0 : 1) + (channelsFirst ? 1 : 0);
        }
        return at >= 0 && at < shape.size() ? shape.get(at) : 0;
    }
}
