/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.hold;

import dev.tendon.api.option.Describe;

/** Options of the policy that keeps its goal: there are none. */
@Describe("Keeps the goal")
public record HoldConfig() {}
