/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import dev.tendon.nn.Unary;
import java.util.List;

/**
 * What an ACT network is made of. Names in brackets are LeRobot's options (0.6, {@code policies/act/configuration_act.py}).
 *
 * @param chunk actions that it predicts at once [chunk_size]
 * @param width size of a token [dim_model]
 * @param heads attention heads [n_heads]
 * @param feedForward size inside a feed-forward layer [dim_feedforward]
 * @param activation between its two layers [feedforward_activation]
 * @param encoderLayers [n_encoder_layers]
 * @param decoderLayers [n_decoder_layers]
 * @param preNorm whether normalization comes before attention and feed-forward [pre_norm]
 * @param variational whether it is trained as a variational auto-encoder [use_vae]
 * @param latent size of the latent [latent_dim]
 * @param latentLayers layers of the encoder that finds the latent in training [n_vae_encoder_layers]
 * @param dropout probability in training [dropout]
 * @param ports its inputs and output
 * @param backbone what looks at the pictures
 */
record ActShape(
        int chunk,
        int width,
        int heads,
        int feedForward,
        Unary activation,
        int encoderLayers,
        int decoderLayers,
        boolean preNorm,
        boolean variational,
        int latent,
        int latentLayers,
        double dropout,
        Ports ports,
        BackboneShape backbone) {
    /**
     * Inputs and output by LeRobot's feature names.
     *
     * @param state size of the robot's state; 0 for none
     * @param environment size of the environment's state; 0 for none
     * @param cameras the pictures, in the config's order
     * @param action size of an action
     */
    record Ports(int state, int environment, List<String> cameras, int action) {}
}
