/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Trains policies: {@code tendon train}. Start at {@link dev.tendon.training.TrainVerb}; what a run does is in {@code run}.
 *
 * <p>Thread: a run is its verb's, with threads of its own for reading ahead.
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.training;
