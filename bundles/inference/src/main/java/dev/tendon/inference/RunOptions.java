/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.api.policy.PolicyType;
import java.nio.file.Path;

/** Options of {@code tendon policy run}. */
@Describe("Feeds recorded observations through a policy, one action a step, as a control loop would")
record RunOptions(
        @Describe("The policy; --policy.path names its checkpoint") Chosen<PolicyType<?>> policy,
        @Describe("A safetensors file with STEP/FEATURE: batch 1, pictures as planes from 0 to 1, steps 0, 1, 2, …")
                Path inputs,
        @Describe("The safetensors file to write: STEP/action") Path output,
        @Describe("What runs it") @Default("onnx") String engine) {}
