/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.verb;

/** What becomes of an unfinished episode that is found in the journal. */
enum Recover {
    ASK,
    KEEP,
    DROP
}
