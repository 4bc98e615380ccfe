/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import dev.tendon.nn.Unary;

/** What is between the two layers of a feed-forward. LeRobot also lists {@code glu}, which halves a width and never fitted its second layer. */
enum FeedForwardActivation {
    RELU(Unary.RELU),
    GELU(Unary.GELU);

    private final Unary function;

    FeedForwardActivation(Unary function) {
        this.function = function;
    }

    Unary function() {
        return function;
    }
}
