/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.curator.edit;

/** What becomes of an episode whose recorder died. */
enum Journaled {
    /** It stays, for {@code tendon record --resume=true}. */
    LEAVE,
    KEEP,
    DROP
}
