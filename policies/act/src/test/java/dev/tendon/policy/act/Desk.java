/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.feature.Units;
import dev.tendon.api.frame.Frame;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.frame.Image;
import dev.tendon.api.frame.ImagePool;
import dev.tendon.api.policy.ActionChunk;
import dev.tendon.api.policy.Observations;
import dev.tendon.api.policy.PolicyContext;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SimulatedClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A robot of {@code joints} joints with two cameras, for policies to be created for. */
record Desk(int joints, int height, int width, List<String> cameras) implements PolicyContext {
    static Desk fitting() {
        return new Desk(6, 64, 96, List.of("top", "wrist"));
    }

    private List<Feature> numbers() {
        List<Feature> features = new ArrayList<>();
        for (int joint = 0; joint < joints; joint++) {
            features.add(Feature.scalar("joint" + joint + ".pos", Units.DEGREES));
        }
        return features;
    }

    @Override
    public Features observationFeatures() {
        List<Feature> features = numbers();
        cameras.forEach(camera -> features.add(Feature.image(camera, height, width, 3)));
        return Features.of(features);
    }

    @Override
    public Features actionFeatures() {
        return Features.of(numbers());
    }

    @Override
    public double fps() {
        return 30;
    }

    @Override
    public String task() {
        return "";
    }

    @Override
    public Clock clock() {
        return new SimulatedClock(0);
    }

    /** An observation with numbers and pictures of {@code seed}. */
    FrameBuffer observation(long seed) {
        Random random = new Random(seed);
        FrameBuffer frame = new FrameBuffer(observationFeatures().layout());
        for (int slot = 0; slot < joints; slot++) {
            frame.value(slot, random.nextGaussian() * 30);
        }
        for (int slot = 0; slot < cameras.size(); slot++) {
            Image image = new ImagePool(width, height, 3, 1).take();
            for (int i = 0; i < image.pixels().capacity(); i++) {
                image.pixels().put(i, (byte) random.nextInt(256));
            }
            frame.image(slot, image);
        }
        return frame;
    }

    Observations seen(Frame frame) {
        return new Observations() {
            @Override
            public int steps() {
                return 1;
            }

            @Override
            public Frame step(int step) {
                return frame;
            }

            @Override
            public Frame lastSent() {
                return new FrameBuffer(actionFeatures().layout());
            }
        };
    }

    /** Keeps what is planned. */
    final class Plan implements ActionChunk {
        private final List<FrameBuffer> actions = new ArrayList<>();

        @Override
        public FrameWriter next() {
            actions.add(new FrameBuffer(actionFeatures().layout()));
            return actions.get(actions.size() - 1);
        }

        int length() {
            return actions.size();
        }

        float[] numbers() {
            float[] numbers = new float[actions.size() * joints];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (float) actions.get(i / joints).value(i % joints);
            }
            return numbers;
        }
    }
}
