/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import java.util.Map;

/**
 * What a step came to.
 *
 * @param step how many are done
 * @param losses the network's outputs, by name
 * @param gradientNorm the norm of all gradients, before clipping
 * @param rate the first group's learning rate
 * @param waitNs how long the data was waited for
 * @param engineNs how long losses and gradients took
 * @param optimizerNs how long clipping and the update took
 * @param stepNs how long all of it took
 */
public record StepFigures(
        long step,
        Map<String, Double> losses,
        double gradientNorm,
        double rate,
        long waitNs,
        long engineNs,
        long optimizerNs,
        long stepNs) {}
