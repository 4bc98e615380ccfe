/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.feature.Layout;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.policy.ActionChunk;

/** The memory of one chunk of actions. One owner at a time: the worker that fills it, then the control thread. */
final class Chunk implements ActionChunk {
    private final FrameBuffer[] actions;
    private int length;

    Chunk(Layout action, int size) {
        actions = new FrameBuffer[size];
        for (int i = 0; i < size; i++) {
            actions[i] = new FrameBuffer(action);
        }
    }

    void clear() {
        length = 0;
    }

    @Override
    public FrameWriter next() {
        if (length == actions.length) {
            throw new IllegalStateException("A chunk of this policy has at most " + length + " actions");
        }
        FrameBuffer action = actions[length++];
        action.clear();
        return action;
    }

    int length() {
        return length;
    }

    FrameBuffer action(int index) {
        return actions[index];
    }
}
