/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.itest.toys;

import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;

/** Options of the toy policy. */
public record ToyConfig(@Describe("How hard to try") @Default("1") int effort) {}
