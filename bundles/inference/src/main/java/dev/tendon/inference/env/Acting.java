/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference.env;

import dev.tendon.api.env.Env;
import dev.tendon.api.frame.Frame;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.policy.ActionChunk;
import dev.tendon.api.policy.Observations;
import dev.tendon.api.policy.Policy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * A policy in an environment: plans when what it planned before is carried out, in the step that needs it. A step waits for its plan,
 * as in LeRobot's evaluation. Owner: one thread.
 */
final class Acting {
    private final Policy policy;
    private final Deque<FrameBuffer> history = new ArrayDeque<>();
    private final List<FrameBuffer> chunk = new ArrayList<>();
    private final FrameBuffer lastSent;
    private int planned;
    private int carriedOut;
    private boolean begins;

    Acting(Policy policy, Env env) {
        this.policy = policy;
        for (int i = 0; i < policy.observationSteps(); i++) {
            history.add(new FrameBuffer(env.observationFeatures().layout()));
        }
        for (int i = 0; i < policy.chunkSize(); i++) {
            chunk.add(new FrameBuffer(env.actionFeatures().layout()));
        }
        lastSent = new FrameBuffer(env.actionFeatures().layout());
    }

    /** An episode begins. */
    void begin() {
        policy.reset();
        planned = 0;
        carriedOut = 0;
        begins = true;
        lastSent.clear();
        history.forEach(FrameBuffer::clear);
    }

    /**
     * What is to be done now.
     *
     * @param seen the present observation
     * @return the action, valid until the next call
     */
    Frame act(Frame seen) {
        remember(seen);
        if (carriedOut >= Math.min(planned, policy.actionSteps())) {
            plan();
        }
        FrameBuffer action = chunk.get(carriedOut++);
        lastSent.copyFrom(action);
        return action;
    }

    private void remember(Frame seen) {
        if (begins) {
            begins = false;
            history.forEach(step -> step.copyFrom(seen));
            return;
        }
        FrameBuffer oldest = history.removeFirst();
        oldest.copyFrom(seen);
        history.addLast(oldest);
    }

    private void plan() {
        Writer writer = new Writer();
        policy.plan(new Seen(), writer);
        if (writer.count == 0) {
            throw new IllegalStateException("The policy planned no action");
        }
        planned = writer.count;
        carriedOut = 0;
    }

    /** Lets go of the pictures. */
    void end() {
        history.forEach(FrameBuffer::clear);
    }

    private final class Writer implements ActionChunk {
        private int count;

        @Override
        public FrameWriter next() {
            if (count == chunk.size()) {
                throw new IllegalStateException("The policy plans more than the " + count + " actions of its chunk");
            }
            FrameBuffer action = chunk.get(count++);
            action.clear();
            return action;
        }
    }

    private final class Seen implements Observations {
        @Override
        public int steps() {
            return history.size();
        }

        @Override
        public Frame step(int step) {
            Iterator<FrameBuffer> frames = history.iterator();
            for (int i = 0; i < step; i++) {
                frames.next();
            }
            return frames.next();
        }

        @Override
        public Frame lastSent() {
            return lastSent;
        }
    }
}
