/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.option.Describe;
import dev.tendon.api.policy.PolicyType;

/** Options of {@code tendon policy info}. */
@Describe("Says what a checkpoint is: its inputs, outputs, size and normalization")
record InfoOptions(@Describe("The policy; --policy.path names its checkpoint") Chosen<PolicyType<?>> policy) {}
