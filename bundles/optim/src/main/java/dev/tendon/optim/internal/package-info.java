/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** How optimizers and schedules do it, and the choices that offer them. */
@org.jspecify.annotations.NullMarked
package dev.tendon.optim.internal;
