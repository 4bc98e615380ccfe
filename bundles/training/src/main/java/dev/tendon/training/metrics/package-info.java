/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What a run tells while it trains, in files: start at {@link dev.tendon.training.metrics.RunMetrics}. */
@org.jspecify.annotations.NullMarked
package dev.tendon.training.metrics;
