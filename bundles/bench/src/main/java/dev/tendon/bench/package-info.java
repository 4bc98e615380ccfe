/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * {@code tendon bench …}: verbs that measure what the README claims, on the machine where they are typed. They are never part of a
 * test; what a test checks is that they run and that their sums are right.
 *
 * <p>Every comparison is measured in one run, in turns, because machines are shared and noisy.
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.bench;
