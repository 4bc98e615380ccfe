/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** All parameters cut into stretches of like size, which lanes take in turn until none is left. */
final class Stretches {
    /** Large enough that taking one costs nothing, small enough that lanes end together. */
    private static final int ELEMENTS = 32 * Block.SIZE;

    /** A part of a parameter. */
    record Stretch(Group group, ParameterState state, int from, int to) {}

    private final List<Stretch> all = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    Stretches(List<Group> groups) {
        for (Group group : groups) {
            for (ParameterState state : group.states()) {
                for (int from = 0; from < state.elements; from += ELEMENTS) {
                    all.add(new Stretch(group, state, from, Math.min(from + ELEMENTS, state.elements)));
                }
            }
        }
    }

    int size() {
        return all.size();
    }

    Stretch get(int index) {
        return all.get(index);
    }

    void rewind() {
        next.set(0);
    }

    /** The number of one that nobody took yet; {@link #size} or more where none is left. */
    int take() {
        return next.getAndIncrement();
    }
}
