/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.image;

import java.util.SplittableRandom;

/** Changes a picture, by parameters that it draws. Immutable. Thread: any. */
@FunctionalInterface
interface ImageChange {
    void apply(Picture picture, SplittableRandom random);
}
