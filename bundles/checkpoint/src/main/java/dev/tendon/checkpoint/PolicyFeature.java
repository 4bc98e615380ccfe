/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import java.util.List;

/**
 * An input or output of a policy, as {@code config.json} has it.
 *
 * @param type what it is
 * @param shape its axes without the batch; a picture's are channels, height, width
 */
public record PolicyFeature(FeatureKind type, List<Integer> shape) {
    public PolicyFeature {
        shape = List.copyOf(shape);
    }
}
