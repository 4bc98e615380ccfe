/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import java.util.List;

/**
 * Adam and AdamW, operation by operation as PyTorch 2.13's {@code _single_tensor_adam} with its vectorised CPU kernels: which products
 * are fused into a sum, and what is rounded to single precision first, decide about the last bit. The moments come out the same bit for
 * bit; weights differ in it now and then, since PyTorch takes roots with MKL, which does not round all of them to the nearest.
 */
record AdamRule(double beta1, double beta2, double eps, double weightDecay, boolean decoupled) implements Rule {
    private static final List<String> SLOTS = List.of("exp_avg", "exp_avg_sq");

    @Override
    public List<String> slots() {
        return SLOTS;
    }

    @Override
    public boolean counted() {
        return true;
    }

    @Override
    public void update(Block block, double rate, long step) {
        if (weightDecay != 0) {
            if (decoupled) {
                Arithmetic.scale(block.value, (float) (1 - rate * weightDecay), block.length);
            } else {
                Arithmetic.addScaled(block.gradient, block.value, (float) weightDecay, block.length);
            }
        }
        double correction1 = 1 - Math.pow(beta1, (double) step);
        double correction2 = 1 - Math.pow(beta2, (double) step);
        moments(block);
        move(block, (float) -(rate / correction1), (float) Math.sqrt(correction2), (float) eps);
    }

    private void moments(Block block) {
        float[] gradient = block.gradient;
        float[] first = block.first;
        float[] second = block.second;
        float weight = (float) (1 - beta1);
        boolean near = weight < 0.5f;
        float keep = (float) beta2;
        float add = (float) (1 - beta2);
        if (near) {
            for (int i = 0; i < block.length; i++) {
                first[i] = Math.fma(weight, gradient[i] - first[i], first[i]);
            }
        } else {
            for (int i = 0; i < block.length; i++) {
                first[i] = Math.fma(weight - 1, gradient[i] - first[i], gradient[i]);
            }
        }
        for (int i = 0; i < block.length; i++) {
            second[i] = Math.fma(add * gradient[i], gradient[i], second[i] * keep);
        }
    }

    private static void move(Block block, float stepSize, float correction, float eps) {
        float[] value = block.value;
        float[] first = block.first;
        float[] second = block.second;
        for (int i = 0; i < block.length; i++) {
            float denominator = (float) Math.sqrt(second[i]) / correction + eps;
            value[i] += stepSize * first[i] / denominator;
        }
    }
}
