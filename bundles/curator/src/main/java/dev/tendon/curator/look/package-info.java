/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** {@code tendon dataset info} and {@code validate}: they read, and change nothing. */
@org.jspecify.annotations.NullMarked
package dev.tendon.curator.look;
