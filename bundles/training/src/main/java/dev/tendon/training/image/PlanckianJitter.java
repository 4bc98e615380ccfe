/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.image;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A light's colour temperature, kelvin: LeRobot's {@code PlanckianJitter}. Its table is of Zini et al., "Planckian Jitter", 2022
 * (TheZino/PlanckianJitter, MIT).
 */
record PlanckianJitter(Range temperature) implements ImageChange {
    private static final int COLDEST = 3000;
    private static final int HOTTEST = 15_000;
    private static final int STEP = 500;

    /** Red, green and blue of a black body, every 500 K. */
    private static final float[][] BODIES = {
        {0.6743f, 0.4029f, 0.0013f}, {0.6281f, 0.4241f, 0.1665f}, {0.5919f, 0.4372f, 0.2513f},
        {0.5623f, 0.4457f, 0.3154f}, {0.5376f, 0.4515f, 0.3672f}, {0.5163f, 0.4555f, 0.4103f},
        {0.4979f, 0.4584f, 0.4468f}, {0.4816f, 0.4604f, 0.4782f}, {0.4672f, 0.4619f, 0.5053f},
        {0.4542f, 0.4630f, 0.5289f}, {0.4426f, 0.4638f, 0.5497f}, {0.4320f, 0.4644f, 0.5681f},
        {0.4223f, 0.4648f, 0.5844f}, {0.4135f, 0.4651f, 0.5990f}, {0.4054f, 0.4653f, 0.6121f},
        {0.3980f, 0.4654f, 0.6239f}, {0.3911f, 0.4655f, 0.6346f}, {0.3847f, 0.4656f, 0.6444f},
        {0.3787f, 0.4656f, 0.6532f}, {0.3732f, 0.4656f, 0.6613f}, {0.3680f, 0.4655f, 0.6688f},
        {0.3632f, 0.4655f, 0.6756f}, {0.3586f, 0.4655f, 0.6820f}, {0.3544f, 0.4654f, 0.6878f},
        {0.3503f, 0.4653f, 0.6933f},
    };

    static PlanckianJitter of(Arguments arguments) {
        Range temperature = arguments.range(
                "temperature", new Range(COLDEST, HOTTEST), one -> new Range(one, one), COLDEST, HOTTEST);
        arguments.done("PlanckianJitter", List.of("temperature"));
        return new PlanckianJitter(temperature);
    }

    @Override
    public void apply(Picture picture, SplittableRandom random) {
        light(picture, random.nextInt((int) temperature.low(), (int) temperature.high() + 1));
    }

    /** Scales red and blue as a body of so many kelvin has them beside green. */
    static void light(Picture picture, int kelvin) {
        int left = (kelvin - COLDEST) / STEP;
        int right = Math.min(left + 1, BODIES.length - 1);
        float part = (float) (kelvin - COLDEST) / STEP - left;
        float green = mix(BODIES[left][1], BODIES[right][1], part);
        scale(picture.red, mix(BODIES[left][0], BODIES[right][0], part) / green);
        scale(picture.green, 1);
        scale(picture.blue, mix(BODIES[left][2], BODIES[right][2], part) / green);
    }

    private static float mix(float left, float right, float part) {
        return left + part * (right - left);
    }

    private static void scale(float[] plane, float factor) {
        for (int i = 0; i < plane.length; i++) {
            plane[i] = Picture.clamp(plane[i] * factor);
        }
    }
}
