/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** A baseline for trained policies: replays the demonstration that begins most like the episode. */
@org.jspecify.annotations.NullMarked
package dev.tendon.policy.nearest;
