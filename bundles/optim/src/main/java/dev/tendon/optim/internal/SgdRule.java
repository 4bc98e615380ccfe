/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import java.util.List;

/** Stochastic gradient descent, operation by operation as PyTorch 2.13's {@code _single_tensor_sgd}. */
record SgdRule(double momentum, double dampening, double weightDecay, boolean nesterov) implements Rule {
    private static final List<String> SLOTS = List.of("momentum_buffer");

    @Override
    public List<String> slots() {
        return momentum == 0 ? List.of() : SLOTS;
    }

    @Override
    public boolean counted() {
        return false;
    }

    @Override
    public void update(Block block, double rate, long step) {
        if (weightDecay != 0) {
            Arithmetic.addScaled(block.gradient, block.value, (float) weightDecay, block.length);
        }
        float[] direction = block.gradient;
        if (momentum != 0) {
            if (step == 1) {
                System.arraycopy(block.gradient, 0, block.first, 0, block.length);
            } else {
                Arithmetic.scale(block.first, (float) momentum, block.length);
                Arithmetic.addScaled(block.first, block.gradient, (float) (1 - dampening), block.length);
            }
            if (nesterov) {
                Arithmetic.addScaled(block.gradient, block.first, (float) momentum, block.length);
            } else {
                direction = block.first;
            }
        }
        Arithmetic.addScaled(block.value, direction, (float) -rate, block.length);
    }
}
