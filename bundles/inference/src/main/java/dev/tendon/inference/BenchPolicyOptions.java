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

/** Options of {@code tendon bench policy}. */
@Describe("Measures a checkpoint: how long it takes to load and to plan, and how much memory it holds")
record BenchPolicyOptions(
        @Describe("The policy; --policy.path names its checkpoint") Chosen<PolicyType<?>> policy,
        @Describe("Plans that are measured") @Default("20") int runs,
        @Describe("Plans before them that are not") @Default("3") int warmup,
        @Describe("What runs it") @Default("onnx") String engine) {
    BenchPolicyOptions {
        if (runs < 1 || warmup < 0) {
            throw new ConfigException("--runs must be 1 or more, --warmup 0 or more");
        }
    }
}
