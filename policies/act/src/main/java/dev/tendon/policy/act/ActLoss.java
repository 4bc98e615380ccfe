/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import dev.tendon.nn.Binary;
import dev.tendon.nn.Network;
import dev.tendon.nn.Ops;
import dev.tendon.nn.Parameters;
import dev.tendon.nn.Tensor;
import dev.tendon.nn.Unary;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What ACT is trained on: {@code loss}, and its parts {@code l1_loss} and {@code kld_loss}, single numbers. Beside the observation it is given
 * {@code action} [batch, chunk, action], {@code action_is_pad} [batch, chunk], and with a latent its noise, {@link #NOISE} [batch,
 * latent], normally distributed, and {@link #LEARNING} [1], 1. With 0 the latent is 0, as on a robot and as LeRobot evaluates: {@link #DISTANCE}
 * is what is told then. Facts: LeRobot 0.6, {@code ACTPolicy.forward}.
 *
 * @param shape the network
 * @param klWeight weight of the latent's divergence from its prior [kl_weight]
 */
record ActLoss(ActShape shape, double klWeight) implements Network {
    static final String NOISE = "noise";
    static final String LEARNING = "learning";
    static final String DISTANCE = "l1_loss";
    static final String DIVERGENCE = "kld_loss";

    @Override
    public <T extends Tensor> Map<String, T> apply(Ops<T> nn, Parameters<T> parameters, Map<String, T> inputs) {
        ActModel<T> model = new ActModel<>(nn, parameters, shape);
        T wanted = inputs.get(ActModel.ACTION);
        Map<String, T> losses = new LinkedHashMap<>(); // loss first, then its parts
        @Nullable T kld = null;
        T latent;
        if (shape.variational()) {
            ActModel.Latent<T> moments = model.latent(inputs);
            T deviation = nn.map(Unary.EXP, nn.multiply(moments.logVariance(), 0.5));
            T drawn = nn.add(moments.mean(), nn.multiply(deviation, inputs.get(NOISE)));
            latent = nn.multiply(drawn, inputs.get(LEARNING));
            kld = divergence(nn, moments);
        } else {
            latent = nn.full(0, wanted.shape().axis(0), shape.latent());
        }
        T l1 = distance(nn, model.actions(inputs, latent), wanted, inputs.get(ActModel.PADDING));
        losses.put("loss", kld == null ? l1 : nn.add(l1, nn.multiply(kld, klWeight)));
        losses.put(DISTANCE, l1);
        if (kld != null) {
            losses.put(DIVERGENCE, kld);
        }
        return losses;
    }

    /** Mean distance to what was done, where it was. */
    private static <T extends Tensor> T distance(Ops<T> nn, T predicted, T wanted, T padded) {
        T valid = nn.where(padded, nn.scalar(0), nn.scalar(1));
        T mask = nn.reshape(valid, valid.shape().axis(0), valid.shape().axis(1), 1);
        T errors = nn.multiply(nn.map(Unary.ABSOLUTE, nn.subtract(predicted, wanted)), mask);
        T count = nn.multiply(nn.sum(valid, 0, 1), (double) wanted.shape().axis(2));
        T mean = nn.divide(
                nn.sum(errors, 0, 1, 2), nn.combine(Binary.MAXIMUM, nn.reshape(count, 1, 1, 1), nn.scalar(1)));
        return nn.reshape(mean);
    }

    /** Kullback-Leibler divergence from the standard normal distribution: a sum over the latent, a mean over the batch. */
    private static <T extends Tensor> T divergence(Ops<T> nn, ActModel.Latent<T> moments) {
        T variance = nn.map(Unary.EXP, moments.logVariance());
        T squared = nn.multiply(moments.mean(), moments.mean());
        T inside = nn.subtract(nn.subtract(nn.add(moments.logVariance(), nn.scalar(1)), squared), variance);
        T each = nn.multiply(nn.sum(inside, 1), -0.5);
        return nn.reshape(nn.mean(each, 0));
    }
}
