/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.runtime.Ending;
import org.jspecify.annotations.Nullable;

/**
 * How a loop ended.
 *
 * @param failure what ended it, where something did
 */
record Outcome(Ending ending, @Nullable Throwable failure) {}
