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
import java.util.List;

/** Options of {@code tendon bench rollout}. */
@Describe(
        "Lets a checkpoint drive a simulated arm, as it is and with plans that take longer than its chunks: ticks missed, actions held, seams")
record BenchRolloutOptions(
        @Describe("The policy; --policy.path names its checkpoint") Chosen<PolicyType<?>> policy,
        @Describe("The robot; its port is sim:") @Default("so101_follower") String robot,
        @Describe(value = "Ticks per second of the runs", unit = "Hz") @Default("[30, 60]") List<Integer> fps,
        @Describe(value = "Length of a run", unit = "s") @Default("10") double lengthS,
        @Describe("Actions of a chunk in the runs with plans that take one and a half times as long as they do")
                @Default("10")
                int slowActions) {
    BenchRolloutOptions {
        if (fps.isEmpty() || fps.stream().anyMatch(rate -> rate < 1)) {
            throw new ConfigException("--fps: rates of at least 1, such as [30, 60]");
        }
        if (!(lengthS > 0) || slowActions < 1) {
            throw new ConfigException("--length_s and --slow_actions are above 0");
        }
    }
}
