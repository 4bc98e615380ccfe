/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import java.util.List;

/** How numbers change in a step: an optimizer's formula, with its constants. Immutable. Thread: any, many at once. */
interface Rule {
    /** The names of what it keeps for each number: none, one or two. */
    List<String> slots();

    /** Whether the file tells how many steps a parameter has seen. */
    boolean counted();

    /** Changes a block: its values and slots. {@code step} counts from 1, and slots are zero then. */
    void update(Block block, double rate, long step);
}
