/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * {@code tendon demo}: the whole loop on a simulated arm, by the very commands that a user would type, each in a process of its own.
 *
 * <p>Thread: the verb's.
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.demo;
