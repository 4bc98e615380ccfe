/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import dev.tendon.api.option.ConfigException;
import java.util.List;

/**
 * How a ResNet is built: torchvision 0.22, {@code models/resnet.py}.
 *
 * @param bottleneck whether blocks have three convolutions (ResNet-50 and up) instead of two
 * @param blocks number of blocks in each of the four stages
 * @param width channels after the first convolution; 64 in the published networks
 * @param dilated whether the last stage keeps its resolution and is dilated instead
 */
record BackboneShape(boolean bottleneck, List<Integer> blocks, int width, boolean dilated) {
    private static final int PUBLISHED_WIDTH = 64;
    private static final int EXPANSION = 4;

    /** The network of LeRobot's option {@code vision_backbone}. */
    static BackboneShape of(String name, boolean dilated) {
        BackboneShape shape =
                switch (name) {
                    case "resnet18" -> new BackboneShape(false, List.of(2, 2, 2, 2), PUBLISHED_WIDTH, dilated);
                    case "resnet34" -> new BackboneShape(false, List.of(3, 4, 6, 3), PUBLISHED_WIDTH, dilated);
                    case "resnet50" -> new BackboneShape(true, List.of(3, 4, 6, 3), PUBLISHED_WIDTH, dilated);
                    case "resnet101" -> new BackboneShape(true, List.of(3, 4, 23, 3), PUBLISHED_WIDTH, dilated);
                    case "resnet152" -> new BackboneShape(true, List.of(3, 8, 36, 3), PUBLISHED_WIDTH, dilated);
                    default -> throw new ConfigException("vision_backbone: \"" + name
                            + "\" is not known; there are resnet18, resnet34, resnet50, resnet101 and resnet152");
                };
        if (dilated && !shape.bottleneck()) {
            throw new ConfigException("replace_final_stride_with_dilation: " + name
                    + " cannot be dilated; resnet50, resnet101 and resnet152 can");
        }
        return shape;
    }

    /** The same with another width: checkpoints may be narrower. */
    BackboneShape width(int channels) {
        return new BackboneShape(bottleneck, blocks, channels, dilated);
    }

    /** Channels inside the blocks of a stage, from 0. */
    int channels(int stage) {
        return width << stage;
    }

    /** Channels that come out of a stage. */
    int out(int stage) {
        return channels(stage) * (bottleneck ? EXPANSION : 1);
    }
}
