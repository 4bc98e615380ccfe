/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.option.Describe;
import dev.tendon.api.policy.PolicyType;
import java.nio.file.Path;

/** Options of {@code tendon policy export}. */
@Describe("Writes a policy as one .onnx file, normalization inside, for any ONNX Runtime")
record ExportOptions(
        @Describe("The policy; --policy.path names its checkpoint") Chosen<PolicyType<?>> policy,
        @Describe("The .onnx file to write") Path output) {}
