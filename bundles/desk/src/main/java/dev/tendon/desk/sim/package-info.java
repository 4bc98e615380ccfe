/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** {@code tendon sim …}: simulated arms for other programs. */
@org.jspecify.annotations.NullMarked
package dev.tendon.desk.sim;
