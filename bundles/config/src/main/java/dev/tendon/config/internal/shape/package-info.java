/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What may be given: the options that a record declares, read by reflection. Thread: any. */
@org.jspecify.annotations.NullMarked
package dev.tendon.config.internal.shape;
