/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import java.util.Comparator;
import java.util.List;

/**
 * The order of ACT's parameters in PyTorch: that in which LeRobot's modules make them (0.6, {@code policies/act/modeling_act.py}; PyTorch 2.7,
 * {@code nn.MultiheadAttention}; torchvision 0.22, {@code models/resnet.py}). The optimizer's state counts them so.
 */
final class ActOrder {
    /** Names of parts, each list in its order; no name is in two lists. */
    private static final List<List<String>> PARTS = List.of(
            List.of(
                    "vae_encoder",
                    "vae_encoder_cls_embed",
                    "vae_encoder_robot_state_input_proj",
                    "vae_encoder_action_input_proj",
                    "vae_encoder_latent_output_proj",
                    "backbone",
                    "encoder",
                    "decoder",
                    "encoder_robot_state_input_proj",
                    "encoder_env_state_input_proj",
                    "encoder_latent_input_proj",
                    "encoder_img_feat_input_proj",
                    "encoder_1d_feature_pos_embed",
                    "decoder_pos_embed",
                    "action_head"),
            List.of(
                    "conv1",
                    "bn1",
                    "conv2",
                    "bn2",
                    "conv3",
                    "bn3",
                    "downsample",
                    "layer1",
                    "layer2",
                    "layer3",
                    "layer4"),
            List.of("layers", "norm"),
            List.of("self_attn", "multihead_attn", "linear1", "linear2", "norm1", "norm2", "norm3"),
            List.of("in_proj_weight", "in_proj_bias", "out_proj", "weight", "bias"));

    private ActOrder() {}

    /** Compares whole names. */
    static Comparator<String> comparator() {
        return (a, b) -> {
            String[] left = a.split("\\.", -1);
            String[] right = b.split("\\.", -1);
            for (int i = 0; i < Math.min(left.length, right.length); i++) {
                if (!left[i].equals(right[i])) {
                    return Integer.compare(place(left[i]), place(right[i]));
                }
            }
            return Integer.compare(left.length, right.length);
        };
    }

    private static int place(String part) {
        if (Character.isDigit(part.charAt(0))) {
            return Integer.parseInt(part);
        }
        for (List<String> parts : PARTS) {
            if (parts.contains(part)) {
                return parts.indexOf(part);
            }
        }
        throw new IllegalArgumentException("ACT has no part \"" + part + "\"");
    }
}
