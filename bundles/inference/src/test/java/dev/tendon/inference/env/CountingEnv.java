/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference.env;

import dev.tendon.api.env.Env;
import dev.tendon.api.env.Step;
import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.frame.Frame;
import dev.tendon.api.frame.FrameWriter;

/** An environment whose number moves by what is done, from its seed; done at 1003, over after six steps. */
final class CountingEnv implements Env {
    static final int STEPS = 6;
    static final double GOAL = 1003;

    private final Features number = Features.of(java.util.List.of(Feature.scalar("x", "")));
    private double at;
    private int steps;

    @Override
    public Features observationFeatures() {
        return number;
    }

    @Override
    public Features actionFeatures() {
        return number;
    }

    @Override
    public double fps() {
        return 10;
    }

    @Override
    public int episodeSteps() {
        return STEPS;
    }

    @Override
    public String task() {
        return "Count";
    }

    @Override
    public void reset(long seed, FrameWriter observation) {
        at = seed;
        steps = 0;
        observation.value(0, at);
    }

    @Override
    public Step step(Frame action, FrameWriter observation) {
        at += action.value(0);
        steps++;
        observation.value(0, at);
        boolean done = at == GOAL;
        return new Step(done ? 1 : 0.5 / steps, done, done, !done && steps == STEPS);
    }

    @Override
    public void close() {
        // nothing is held
    }
}
