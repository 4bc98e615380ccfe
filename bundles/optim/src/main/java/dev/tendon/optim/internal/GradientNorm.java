/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import dev.tendon.optim.Lanes;
import dev.tendon.optim.internal.Stretches.Stretch;
import java.nio.FloatBuffer;
import java.util.function.IntConsumer;

/**
 * The norm of all gradients, as PyTorch's {@code clip_grad_norm_} takes it: of each parameter's in single precision, then of these. Squares
 * are added in an order that does not depend on the lanes. Thread: its optimizer's.
 */
final class GradientNorm {
    private final Stretches stretches;
    private final double[] sums;
    private final Block[] blocks;
    private final Lanes lanes;
    private final IntConsumer work = this::sum;

    GradientNorm(Stretches stretches, Block[] blocks, Lanes lanes) {
        this.stretches = stretches;
        this.sums = new double[stretches.size()];
        this.blocks = blocks;
        this.lanes = lanes;
    }

    float measure() {
        stretches.rewind();
        lanes.run(work);
        double total = 0;
        double own = 0;
        for (int i = 0; i < sums.length; i++) {
            own += sums[i];
            if (i + 1 == sums.length
                    || stretches.get(i + 1).state() != stretches.get(i).state()) {
                float norm = (float) Math.sqrt(own);
                total += (double) norm * norm;
                own = 0;
            }
        }
        return (float) Math.sqrt(total);
    }

    private void sum(int lane) {
        float[] values = blocks[lane].gradient;
        for (int i = stretches.take(); i < sums.length; i = stretches.take()) {
            Stretch stretch = stretches.get(i);
            FloatBuffer gradient = stretch.state().gradient();
            double sum = 0;
            if (gradient != null) {
                for (int from = stretch.from(); from < stretch.to(); from += Block.SIZE) {
                    int length = Math.min(Block.SIZE, stretch.to() - from);
                    gradient.get(from, values, 0, length);
                    sum = Arithmetic.addSquares(values, length, sum);
                }
            }
            sums[i] = sum;
        }
    }
}
