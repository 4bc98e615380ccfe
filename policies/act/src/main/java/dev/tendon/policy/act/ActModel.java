/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import dev.tendon.nn.ConvSettings;
import dev.tendon.nn.Init;
import dev.tendon.nn.Layers;
import dev.tendon.nn.Ops;
import dev.tendon.nn.Parameters;
import dev.tendon.nn.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ACT network with LeRobot's parameter names: 0.6, {@code policies/act/modeling_act.py}. Inputs are normalised, by LeRobot's
 * feature names.
 */
final class ActModel<T extends Tensor> {
    static final String STATE = "observation.state";
    static final String ENVIRONMENT = "observation.environment_state";
    static final String ACTION = "action";
    static final String PADDING = "action_is_pad";

    private final Ops<T> nn;
    private final Layers<T> layers;
    private final Parameters<T> own;
    private final ActShape shape;
    private final Transformer<T> transformer;

    ActModel(Ops<T> nn, Parameters<T> parameters, ActShape shape) {
        this.nn = nn;
        this.layers = new Layers<>(nn);
        this.own = parameters.in("model");
        this.shape = shape;
        this.transformer = new Transformer<>(nn, shape);
    }

    /** Actions [batch, chunk, action] for a latent [batch, latent]. */
    T actions(Map<String, T> inputs, T latent) {
        List<T> tokens = new ArrayList<>();
        tokens.add(token("encoder_latent_input_proj", latent));
        if (shape.ports().state() > 0) {
            tokens.add(token("encoder_robot_state_input_proj", inputs.get(STATE)));
        }
        if (shape.ports().environment() > 0) {
            tokens.add(token("encoder_env_state_input_proj", inputs.get(ENVIRONMENT)));
        }
        List<T> places = new ArrayList<>();
        places.add(layers.embedding(own.in("encoder_1d_feature_pos_embed"), tokens.size(), shape.width(), null));
        for (String camera : shape.ports().cameras()) {
            look(inputs.get(camera), tokens, places);
        }
        T allPlaces = nn.concat(places, 0);
        T memory = transformer.encode(
                own.in("encoder").adjusted(Beginnings::transformer),
                shape.encoderLayers(),
                nn.concat(tokens, 1),
                allPlaces,
                null);
        T queries = layers.embedding(own.in("decoder_pos_embed"), shape.chunk(), shape.width(), null);
        T zeros = nn.full(0, latent.shape().axis(0), shape.chunk(), shape.width());
        T decoded = transformer.decode(
                own.in("decoder").adjusted(Beginnings::transformer), zeros, queries, memory, allPlaces);
        return layers.linear(own.in("action_head"), decoded, shape.ports().action());
    }

    /** [batch, size] to [batch, 1, width]. */
    private T token(String layer, T values) {
        return nn.reshape(
                layers.linear(own.in(layer), values, shape.width()),
                values.shape().axis(0),
                1,
                shape.width());
    }

    /** Adds a token for every place in the features of a camera's pictures. */
    private void look(T pictures, List<T> tokens, List<T> places) {
        T features = new Backbone<>(nn, shape.backbone())
                .features(own.in("backbone").adjusted(Beginnings::backbone), pictures);
        T projected = layers.conv(
                own.in("encoder_img_feat_input_proj"), features, shape.width(), 1, ConvSettings.plain(), true);
        long height = projected.shape().axis(2);
        long width = projected.shape().axis(3);
        tokens.add(
                nn.permute(nn.reshape(projected, projected.shape().axis(0), shape.width(), height * width), 0, 2, 1));
        float[] table = Sinusoids.picture((int) height, (int) width, shape.width());
        places.add(nn.constant(table, height * width, shape.width()));
    }

    /**
     * What the latent is distributed like, given the actions that were really done: mean and twice the logarithm of the deviation,
     * [batch, latent] each.
     */
    Latent<T> latent(Map<String, T> inputs) {
        T actions = inputs.get(ACTION);
        long batch = actions.shape().axis(0);
        List<T> tokens = new ArrayList<>();
        T first = layers.embedding(own.in("vae_encoder_cls_embed"), 1, shape.width(), null);
        tokens.add(nn.expand(nn.reshape(first, 1, 1, shape.width()), batch, 1, shape.width()));
        if (shape.ports().state() > 0) {
            tokens.add(token("vae_encoder_robot_state_input_proj", inputs.get(STATE)));
        }
        int others = tokens.size();
        tokens.add(layers.linear(own.in("vae_encoder_action_input_proj"), actions, shape.width()));
        T all = nn.concat(tokens, 1);
        T places = own.buffer(
                "vae_encoder_pos_enc",
                new Init.Computed(Sinusoids.sequence(shape.width())),
                1,
                all.shape().axis(1),
                shape.width());
        T encoded = transformer.encodeFirst(
                own.in("vae_encoder"), shape.latentLayers(), all, places, padding(inputs.get(PADDING), others));
        T summary = nn.reshape(encoded, batch, shape.width());
        T moments = layers.linear(own.in("vae_encoder_latent_output_proj"), summary, 2L * shape.latent());
        return new Latent<>(
                nn.slice(moments, 1, 0, shape.latent()), nn.slice(moments, 1, shape.latent(), 2L * shape.latent()));
    }

    /** A mask that hides padded actions behind {@code others} tokens that are none. */
    private @Nullable T padding(T padded, int others) {
        T hidden = nn.where(padded, nn.scalar(Double.NEGATIVE_INFINITY), nn.scalar(0));
        long batch = padded.shape().axis(0);
        T all = nn.concat(List.of(nn.full(0, batch, others), hidden), 1);
        return nn.reshape(all, batch, 1, 1, all.shape().axis(1));
    }

    /** Mean and twice the logarithm of the deviation. */
    record Latent<T>(T mean, T logVariance) {}
}
