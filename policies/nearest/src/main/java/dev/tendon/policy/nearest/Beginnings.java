/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.nearest;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Layout;
import dev.tendon.api.frame.Frame;
import dev.tendon.api.frame.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How an episode begins, as the robot sees it: its numbers, and its pictures made small, since the place of things matters and not
 * their texture.
 *
 * @param numbers how many numbers the robot observes
 * @param cameras its cameras, in the order of the frame's image slots
 */
record Beginnings(int numbers, List<Feature> cameras) {
    static final String STATE = "observation.state";

    static Beginnings of(Layout observed) {
        return new Beginnings(observed.values(), observed.images());
    }

    /** How this episode begins; empty where something is missing yet. */
    Optional<Beginning> of(Frame frame) {
        double[] values = new double[numbers];
        for (int slot = 0; slot < numbers; slot++) {
            values[slot] = frame.value(slot);
            if (!Double.isFinite(values[slot])) {
                return Optional.empty();
            }
        }
        List<float[]> pictures = new ArrayList<>();
        for (int slot = 0; slot < cameras.size(); slot++) {
            Image image = frame.image(slot);
            if (image == null) {
                return Optional.empty();
            }
            pictures.add(Thumbnail.of(image.pixels(), image.width(), image.height(), image.channels()));
        }
        return Optional.of(new Beginning(values, pictures));
    }
}
