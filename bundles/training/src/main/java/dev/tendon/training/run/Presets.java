/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import dev.tendon.api.choice.Chosen;
import dev.tendon.checkpoint.TrainingPreset;
import dev.tendon.training.options.TrainOptions;
import java.util.Optional;

/**
 * Which optimizer and schedule a run has: what the policy's authors advise, unless the user objects; a resumed run's are those that it had
 * (LeRobot 0.6, {@code configs/train.py}).
 */
final class Presets {
    private Presets() {}

    static Chosen<?> optimizer(TrainOptions options, TrainingPreset preset) {
        boolean own = options.resume() || !options.usePolicyTrainingPreset();
        return own && options.optimizer().isPresent() ? options.optimizer().get() : preset.optimizer();
    }

    static Optional<? extends Chosen<?>> scheduler(TrainOptions options, TrainingPreset preset) {
        boolean own = options.resume() || !options.usePolicyTrainingPreset();
        return own && options.optimizer().isPresent() ? options.scheduler() : preset.scheduler();
    }
}
