/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import java.util.List;

/**
 * What a repair finds, and does.
 *
 * @param episodes how many are complete and kept
 * @param frames of these
 * @param dropped what cannot be kept, and why
 * @param mended what else is put right, in sentences
 */
public record RepairReport(int episodes, long frames, List<Dropped> dropped, List<String> mended) {
    public RepairReport {
        dropped = List.copyOf(dropped);
        mended = List.copyOf(mended);
    }

    /** Whether anything is wrong. */
    public boolean needed() {
        return !dropped.isEmpty() || !mended.isEmpty();
    }

    /**
     * An episode that is not complete.
     *
     * @param index the number that it had
     * @param why what is missing, in a sentence
     */
    public record Dropped(int index, String why) {}
}
