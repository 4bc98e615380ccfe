/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

/** Takes how far a tool is. Called by the tool's thread, maybe very often; must be quick. */
@FunctionalInterface
public interface Progress {
    /** Nobody looks. */
    Progress NONE = (what, done, total) -> {};

    /**
     * A step forward.
     *
     * @param what is being done: {@code Reading rows}
     * @param done how much of {@code total}
     * @param total the whole; 0 where it is not known
     */
    void at(String what, long done, long total);
}
