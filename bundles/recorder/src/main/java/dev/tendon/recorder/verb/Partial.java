/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.verb;

/** What becomes of an episode that a lost device or a full disk cuts short. */
enum Partial {
    KEEP,
    DROP
}
