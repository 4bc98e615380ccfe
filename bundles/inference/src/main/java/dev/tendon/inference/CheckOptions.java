/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.api.policy.PolicyType;

/** Options of {@code tendon policy check}. */
@Describe("Loads a checkpoint and runs it once: do the weights fit, are its actions numbers?")
record CheckOptions(
        @Describe("The policy; --policy.path names its checkpoint") Chosen<PolicyType<?>> policy,
        @Describe("What runs it") @Default("onnx") String engine) {}
