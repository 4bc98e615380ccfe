/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

/** Is told how far a repair is. Thread: the repair's. */
@FunctionalInterface
public interface RepairProgress {
    /** For those who do not want to know. */
    RepairProgress NONE = (what, done, total) -> {};

    /**
     * So far.
     *
     * @param what is done: {@code Looking at episodes}
     * @param total the whole; 0 where it is not known
     */
    void at(String what, long done, long total);
}
