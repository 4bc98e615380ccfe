/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.feature.Layout;
import dev.tendon.api.frame.Frame;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.policy.Observations;

/** The newest observations, and what was sent last. One owner at a time. */
final class History implements Observations {
    private final FrameBuffer[] frames;
    private final FrameBuffer lastSent;
    private int newest;
    private boolean empty = true;

    History(Layout observation, Layout action, int steps) {
        frames = new FrameBuffer[steps];
        for (int i = 0; i < steps; i++) {
            frames[i] = new FrameBuffer(observation);
        }
        lastSent = new FrameBuffer(action);
    }

    /** Adds the newest. The first one fills the whole history. */
    void add(Frame frame) {
        if (empty) {
            empty = false;
            for (FrameBuffer each : frames) {
                each.copyFrom(frame);
            }
            return;
        }
        newest = (newest + 1) % frames.length;
        frames[newest].copyFrom(frame);
    }

    /** Takes over {@code other}, with {@code sent}. */
    void copyFrom(History other, Frame sent) {
        for (int i = 0; i < frames.length; i++) {
            frames[i].copyFrom(other.step(i));
        }
        newest = frames.length - 1;
        lastSent.copyFrom(sent);
    }

    /** Lets go of the pictures. */
    void clear() {
        for (FrameBuffer frame : frames) {
            frame.clear();
        }
        empty = true;
    }

    @Override
    public int steps() {
        return frames.length;
    }

    @Override
    public Frame step(int step) {
        if (step < 0 || step >= frames.length) {
            throw new IndexOutOfBoundsException("Observation " + step + " of " + frames.length);
        }
        return frames[(newest + 1 + step) % frames.length];
    }

    @Override
    public Frame lastSent() {
        return lastSent;
    }
}
