/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.api.policy.PolicyType;

/** Options of the policy {@code slowed}. */
@Describe("Another policy, as on a slower machine")
record SlowedConfig(
        @Describe("The policy that plans") Chosen<PolicyType<?>> of,
        @Describe("Actions of a chunk that are given; 0: all") @Default("0") int actions,
        @Describe(value = "The least time that a plan takes", unit = "ms") @Default("0") double planMs) {
    SlowedConfig {
        if (actions < 0 || !(planMs >= 0)) {
            throw new ConfigException("actions and plan_ms are 0 or more");
        }
    }
}
