/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.train;

import dev.tendon.nn.Init;
import dev.tendon.nn.ParameterSpec;
import java.nio.FloatBuffer;

/**
 * What a parameter begins with where no weights are given: a pure function of seed, name and index, the same on every machine. The
 * distributions are PyTorch's, the numbers are not. Thread: any.
 */
public final class InitialWeights {
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private final long seed;

    public InitialWeights(long seed) {
        this.seed = seed;
    }

    /** Fills {@code target} from its beginning with the numbers of {@code parameter}. */
    public void fill(ParameterSpec parameter, FloatBuffer target) {
        int count = Math.toIntExact(parameter.shape().elements());
        long stream = mix(hash(parameter.name()) + mix(seed));
        if (parameter.init() instanceof Init.Constant constant) {
            for (int i = 0; i < count; i++) {
                target.put(i, constant.value());
            }
        } else if (parameter.init() instanceof Init.Uniform uniform) {
            for (int i = 0; i < count; i++) {
                target.put(i, (float) ((2 * unit(stream, i) - 1) * uniform.bound()));
            }
        } else if (parameter.init() instanceof Init.Normal normal) {
            for (int i = 0; i < count; i++) {
                target.put(i, (float) (gaussian(stream, i) * normal.deviation()));
            }
        } else if (parameter.init() instanceof Init.Computed computed) {
            for (int i = 0; i < count; i++) {
                target.put(i, (float) computed.valueAt().applyAsDouble(i));
            }
        }
    }

    /** Box and Muller's transform of two numbers of this element's own; strict, so that machines agree. */
    private static double gaussian(long stream, int index) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit(stream, 2L * index)));
        return radius * StrictMath.cos(2 * Math.PI * unit(stream, 2L * index + 1));
    }

    /** In [0, 1). */
    private static double unit(long stream, long index) {
        return (mix(stream + (index + 1) * GOLDEN_RATIO) >>> 11) * 0x1p-53;
    }

    /** SplitMix64's finisher (Steele, Lea and Flood 2014). */
    private static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** FNV-1a. */
    private static long hash(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
