/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.frame.Image;
import dev.tendon.runtime.SessionCamera;

/** A driver with a bug. */
final class ThrowingCamera implements SessionCamera {
    @Override
    public Feature feature() {
        return Feature.image("broken", 8, 8, 3);
    }

    @Override
    public Image newest() {
        throw new IllegalStateException("a bug");
    }
}
