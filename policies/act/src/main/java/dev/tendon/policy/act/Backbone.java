/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import dev.tendon.nn.ConvSettings;
import dev.tendon.nn.Layers;
import dev.tendon.nn.Ops;
import dev.tendon.nn.Parameters;
import dev.tendon.nn.Tensor;

/**
 * A ResNet without its classifier, normalised by frozen statistics, with torchvision's parameter names. Facts: torchvision 0.22,
 * {@code models/resnet.py}, {@code ops/misc.py}.
 */
final class Backbone<T extends Tensor> {
    private static final double EPSILON = 1e-5;
    private static final ConvSettings PLAIN = ConvSettings.plain();

    private final Ops<T> nn;
    private final Layers<T> layers;
    private final BackboneShape shape;

    Backbone(Ops<T> nn, BackboneShape shape) {
        this.nn = nn;
        this.layers = new Layers<>(nn);
        this.shape = shape;
    }

    /** Features [batch, channels, height / 32, width / 32] of pictures [batch, 3, height, width]. */
    T features(Parameters<T> own, T pictures) {
        T x = layers.conv(
                own.in("conv1"), pictures, shape.width(), 7, PLAIN.stride(2).padding(3), false);
        x = nn.relu(norm(own.in("bn1"), x));
        x = nn.maxPool(x, 3, PLAIN.stride(2).padding(1));
        int dilation = 1;
        for (int stage = 0; stage < shape.blocks().size(); stage++) {
            boolean last = stage == shape.blocks().size() - 1;
            int stride = stage == 0 || (last && shape.dilated()) ? 1 : 2;
            Parameters<T> blocks = own.in("layer" + (stage + 1));
            for (int block = 0; block < shape.blocks().get(stage); block++) {
                x = block(blocks.in(block), x, stage, block == 0 ? stride : 1, dilation);
                dilation =
                        last && shape.dilated() ? 2 : 1; // the first block of a dilated stage keeps the step before it
            }
        }
        return x;
    }

    private T block(Parameters<T> own, T x, int stage, int stride, int dilation) {
        int channels = shape.channels(stage);
        int out = shape.out(stage);
        T y;
        if (shape.bottleneck()) {
            y = nn.relu(norm(own.in("bn1"), layers.conv(own.in("conv1"), x, channels, 1, PLAIN, false)));
            ConvSettings middle = PLAIN.stride(stride).padding(dilation).dilation(dilation);
            y = nn.relu(norm(own.in("bn2"), layers.conv(own.in("conv2"), y, channels, 3, middle, false)));
            y = norm(own.in("bn3"), layers.conv(own.in("conv3"), y, out, 1, PLAIN, false));
        } else {
            ConvSettings first = PLAIN.stride(stride).padding(1);
            y = nn.relu(norm(own.in("bn1"), layers.conv(own.in("conv1"), x, channels, 3, first, false)));
            y = norm(own.in("bn2"), layers.conv(own.in("conv2"), y, channels, 3, PLAIN.padding(1), false));
        }
        return nn.relu(nn.add(y, shortcut(own.in("downsample"), x, out, stride)));
    }

    private T shortcut(Parameters<T> own, T x, int out, int stride) {
        if (stride == 1 && x.shape().axis(1) == out) {
            return x;
        }
        return norm(own.in(1), layers.conv(own.in(0), x, out, 1, PLAIN.stride(stride), false));
    }

    private T norm(Parameters<T> own, T x) {
        return layers.frozenBatchNorm(own, x, EPSILON);
    }
}
