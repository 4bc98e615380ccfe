/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import java.util.List;
import java.util.Map;

/**
 * The motors of a simulated arm, as its address says; by the ids of an arm that is set up.
 *
 * @param calibrated whether a new arm's EEPROM holds a calibration
 * @param fresh whether a new arm's motors are as from the box: not calibrated, and each with id 1
 * @param ids which are there at all; empty: all of them
 * @param models model numbers that differ from an STS3215's
 * @param otherIds ids held that differ
 * @param connected which hang on the wire
 */
record MotorSet(
        boolean calibrated,
        boolean fresh,
        List<Integer> ids,
        Map<Integer, Integer> models,
        Map<Integer, Integer> otherIds,
        Connected connected) {
    static final int FACTORY_ID = 1;

    /** Whether motor {@code id} is there. */
    boolean has(int id) {
        return ids.isEmpty() || ids.contains(id);
    }

    /** The id that a new arm's motor {@code id} holds. */
    int held(int id) {
        return otherIds.getOrDefault(id, fresh ? FACTORY_ID : id);
    }

    /**
     * Which motors hang on the wire.
     *
     * @param id this one alone; 0: all of them, or one after the other
     * @param inTurn one after the other, as a person does who sets up an arm
     */
    record Connected(int id, boolean inTurn) {
        static final Connected ALL = new Connected(0, false);
        static final Connected IN_TURN = new Connected(0, true);
    }
}
