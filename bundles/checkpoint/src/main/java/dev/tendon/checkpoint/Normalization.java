/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import dev.tendon.nn.Ops;
import dev.tendon.nn.Tensor;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What is done to each feature; one that it does not have stays as it is. Immutable. Thread: any. */
public final class Normalization {
    private final Map<String, Scale> scales;

    Normalization(Map<String, Scale> scales) {
        this.scales = Map.copyOf(scales);
    }

    /** Brings {@code x} of {@code feature} to the network's scale. */
    public <T extends Tensor> T normalize(Ops<T> nn, String feature, T x) {
        return Optional.ofNullable(scales.get(feature))
                .map(scale -> scale.normalize(nn, x))
                .orElse(x);
    }

    /** Brings {@code x} of {@code feature} back to its own scale. */
    public <T extends Tensor> T unnormalize(Ops<T> nn, String feature, T x) {
        return Optional.ofNullable(scales.get(feature))
                .map(scale -> scale.unnormalize(nn, x))
                .orElse(x);
    }

    /** The features that are changed, in alphabetical order. */
    public Set<String> features() {
        return new TreeMap<>(scales).keySet();
    }
}
