/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.samples;

import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;

/** Options of an arm that keeps all promises. */
@Describe("A sample arm")
public record ArmConfig(
        @Describe("Where it is; sim: takes a simulated one") String port,
        @Describe("How far a joint may go") @Default("90") double limitDeg) {}
