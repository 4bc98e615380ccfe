/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.djl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which results of a network are used for the last time by which operation. A network asks for the same operations in the same order at
 * every run, so the first one tells. Owner thread: its program's.
 */
final class Lifetimes {
    private final List<Integer> lastUses = new ArrayList<>();
    private int[][] ending = {};
    private boolean known;

    /** Whether a run has been recorded. */
    boolean known() {
        return known;
    }

    /** While recording: result {@code id} is used to make result {@code by}. */
    void used(int id, int by) {
        while (lastUses.size() <= Math.max(id, by)) {
            lastUses.add(lastUses.size());
        }
        lastUses.set(id, Math.max(lastUses.get(id), by));
    }

    /** While recording: result {@code id} is used after the last operation. */
    void kept(int id) {
        used(id, id);
        lastUses.set(id, Integer.MAX_VALUE);
    }

    /** Ends the recording. */
    void close() {
        List<List<Integer>> byUser = new ArrayList<>();
        lastUses.forEach(use -> byUser.add(new ArrayList<>()));
        for (int id = 0; id < lastUses.size(); id++) {
            if (lastUses.get(id) < lastUses.size()) {
                byUser.get(lastUses.get(id)).add(id);
            }
        }
        ending = byUser.stream()
                .map(ids -> ids.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        known = true;
    }

    /** Results that nothing uses once result {@code id} is made; none while recording. */
    int[] ending(int id) {
        return known && id < ending.length ? ending[id] : new int[0];
    }

    /** Whether making result {@code by} is the last use of result {@code id}; false while recording. */
    boolean lastUse(int id, int by) {
        return Arrays.stream(ending(by)).anyMatch(ended -> ended == id);
    }
}
