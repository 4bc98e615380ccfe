/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import dev.tendon.dataset.store.JournalRow;
import dev.tendon.runtime.Tick;

/**
 * Which numbers of a tick go into which columns of a row: the observation's into {@code observation.state}, the action's into
 * {@code action}, each in the order of its slots. Immutable. Thread: any.
 *
 * @param stateValues how many numbers an observation has
 * @param actionValues how many an action has
 * @param sent whether the action that was sent is kept, after limits, instead of the one that was wanted
 */
record RowMap(int stateValues, int actionValues, boolean sent) {
    static final String STATE = "observation.state";
    static final String ACTION = "action";
    static final String IMAGES = "observation.images.";

    double[] action(Tick tick) {
        double[] action = new double[actionValues];
        (sent ? tick.sent() : tick.wanted()).copyValues(action);
        return action;
    }

    void fill(JournalRow row, double[] state, double[] action) {
        if (stateValues > 0) {
            int slot = row.slot(STATE);
            for (int i = 0; i < stateValues; i++) {
                row.set(slot, i, state[i]);
            }
        }
        int slot = row.slot(ACTION);
        for (int i = 0; i < actionValues; i++) {
            row.set(slot, i, action[i]);
        }
    }
}
