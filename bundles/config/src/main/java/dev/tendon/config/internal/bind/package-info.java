/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** From values to records, with every mistake on the way; and back to plain data. Thread: any. */
@org.jspecify.annotations.NullMarked
package dev.tendon.config.internal.bind;
