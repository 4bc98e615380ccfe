/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.rollout;

import dev.tendon.api.choice.Chosen;
import dev.tendon.shell.session.DisplayMode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Options to be changed one at a time. */
final class Options {
    InferenceType inference = InferenceType.SYNC;
    double duration;
    double fps = 30;
    int multiplier = 1;
    Map<String, String> renames = Map.of();
    boolean goesBack = true;

    @Nullable
    String device;

    boolean interactive;

    RolloutOptions record() {
        return new RolloutOptions(
                new Chosen<>("so101_follower", Map.of()),
                new Chosen<>("act", Map.of()),
                new StrategyOptions(StrategyType.BASE),
                new InferenceOptions(inference),
                duration,
                fps,
                "pick",
                multiplier,
                renames,
                goesBack,
                Optional.ofNullable(device),
                500,
                10,
                interactive,
                false,
                true,
                10,
                false,
                "inductor",
                "default",
                2,
                false,
                DisplayMode.BROWSER,
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
