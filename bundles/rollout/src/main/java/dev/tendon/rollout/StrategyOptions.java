/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.rollout;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import java.util.Locale;

/** What is done beside driving. */
@Describe("What is done beside driving")
record StrategyOptions(
        @Describe("base: the policy drives, and nothing is recorded") @Default("base") StrategyType type) {
    StrategyOptions {
        if (type == StrategyType.EPISODIC) {
            throw new ConfigException(
                    "--strategy.type=episodic is not here yet. Episodes of a policy, with keys and reset phases, are "
                            + "recorded by: tendon record --policy.path=… --dataset.repo_id=USER/rollout_NAME");
        }
        if (type != StrategyType.BASE) {
            throw new ConfigException("--strategy.type=" + type.name().toLowerCase(Locale.ROOT)
                    + " is not here yet; there is base. To record what a policy does: tendon record --policy.path=…");
        }
    }
}
